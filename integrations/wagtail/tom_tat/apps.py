from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TomTatConfig(AppConfig):
    name = "tom_tat"
    verbose_name = _("Summary card")

    def ready(self):
        from . import checks  # noqa: F401
