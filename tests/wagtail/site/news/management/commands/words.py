"""Names the words of the app that the compiled Vietnamese catalogue does not hold as its source has them."""

import re
from pathlib import Path

import tom_tat
from django.core.management.base import BaseCommand
from django.utils.translation import gettext, override


class Command(BaseCommand):
    def handle(self, *args, **options):
        folder = Path(tom_tat.__file__).parent
        catalogue = (folder / "locale/vi/LC_MESSAGES/django.po").read_text()
        words = dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', catalogue, re.M))
        code = "".join(path.read_text() for path in folder.rglob("*.py"))
        with override("vi"):
            wrong = [word for word, meaning in words.items() if gettext(word) != meaning]
        wrong += [word for word in re.findall(r'\b_\("(.+?)"\)', code) if word not in words]
        self.stdout.write("\n".join(wrong), ending="")
