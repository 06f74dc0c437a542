"""Tells a webmaster at the start of the server what is wrong in TOM_TAT, or missing."""

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.checks import Error, Warning, register
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .options import DEFAULTS, option, unknown, validate


@register()
def check_settings(app_configs, **kwargs):
    given = getattr(settings, "TOM_TAT", {})
    if not isinstance(given, dict):
        return [Error(_("TOM_TAT in the settings is a dict."), id="tom_tat.E001")]
    errors = [fault for name, value in given.items() for fault in faults(name, value)]
    return errors or missing_files()


def faults(name, value):
    """What is wrong with one setting."""
    if name not in DEFAULTS:
        return [Error("TOM_TAT: " + unknown(_("setting"), name, DEFAULTS), id="tom_tat.E002")]
    kind = type(DEFAULTS[name])
    if not isinstance(value, (list, tuple) if kind is tuple else kind):
        words = {"name": name, "kind": kind.__name__, "value": repr(value)}
        return [Error(_("TOM_TAT: “%(name)s” is a %(kind)s, not %(value)s.") % words, id="tom_tat.E003")]
    if name != "ATTRIBUTES":
        return []
    found = []
    for attribute, given in value.items():
        try:
            validate(attribute, given)
        except ValidationError as error:
            found.append(Error("TOM_TAT, ATTRIBUTES: " + error.message, id="tom_tat.E004"))
    return found


def missing_files():
    script = option("FOLDER") + "tom-tat.js"
    if finders.find(script):
        return []
    return [
        Warning(
            _("“%(script)s” is not among the static files: no card will show.") % {"script": script},
            hint=_("Copy the folder of the card to tom_tat/static/tom-tat/, or name its place in TOM_TAT, FOLDER."),
            id="tom_tat.W001",
        )
    ]
