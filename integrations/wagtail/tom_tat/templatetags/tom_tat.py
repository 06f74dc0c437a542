"""{% tom_tat page density="line" %} and {% tom_tat_script %}"""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail.models import Page

from ..card import list_card, own_card
from ..options import option, validate

register = template.Library()


@register.inclusion_tag("tom_tat/card.html", takes_context=True)
def tom_tat(context, page, **attributes):
    """The card of a page: of the one that is shown, or of another, as in a list."""
    for name, value in attributes.items():
        try:
            validate(name, value)
        except ValidationError as error:
            raise template.TemplateSyntaxError("{% tom_tat %}: " + error.message) from error
    if not isinstance(page, Page):
        raise template.TemplateSyntaxError(f"{{% tom_tat %}}: {page!r} is no page")
    make = own_card if is_shown(context, page) else list_card
    return {"card": make(page, context.get("request"), attributes)}


def is_shown(context, page):
    # A loop may call its pages “page” too, but hardly “self”; in a block, “self” is the block.
    shown = context.get("self")
    return page == (shown if isinstance(shown, Page) else context.get("page"))


@register.simple_tag
def tom_tat_script(nonce=None):
    """The one script, with a version that every file of the card is asked for with."""
    folder = option("FOLDER")
    address = static(folder + "tom-tat.js")
    version = digest(folder)
    if version:
        address += ("&" if "?" in address else "?") + "v=" + version
    marks = flatatt({"nonce": nonce} if nonce else {})
    return format_html('<script src="{}" async{}></script>', address, marks)


@lru_cache
def digest(folder):
    """Another one for each build: files.json lists every file with its hash."""
    path = finders.find(folder + "files.json")
    return sha256(Path(path).read_bytes()).hexdigest()[:8] if path else ""
