"""The card of a page: its attributes, and what Wagtail knows of the page for certain."""

import json
import logging
from datetime import date, datetime

from django.forms.utils import flatatt
from django.template.defaultfilters import linebreaks
from django.utils.safestring import mark_safe
from django.utils.timezone import is_aware, localtime
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField
from wagtail.models import Site

from .options import option

logger = logging.getLogger("tom_tat")

# Set while the text of a page is rendered for a card: a card in it would be a part of the text.
WITHIN = "tom_tat_within"


def own_card(page, request, attributes):
    """The card in the page of the article itself, which reads what stands there."""
    attributes = {"for": option("ARTICLE"), **option("ATTRIBUTES"), **attributes}
    return card(attributes, stated(page, request) if page else None)


def list_card(page, request, attributes):
    """The card in another page, which is handed the text; none for what readers may not see."""
    page = page.specific
    if not page.live or page.get_view_restrictions().exists():
        return None
    text = body(page, request)
    if not text:
        return None
    # The headline stands beside the card already, and JSON-LD is the main article's.
    attributes = {"show": "date figures officials directives", **option("ATTRIBUTES"), "jsonld": False, **attributes}
    return card(attributes, {**stated(page, request), "body": text})


def card(attributes, facts):
    kept = {name: value for name, value in attributes.items() if value not in ("", None)}
    return {"attributes": flatatt(kept), "facts": script_safe(facts) if facts else ""}


def script_safe(value):
    """JSON in which no tag and no comment can begin or end."""
    text = json.dumps(value, ensure_ascii=False)
    return mark_safe(text.replace("<", "\\u003C").replace(">", "\\u003E").replace("&", "\\u0026"))


def stated(page, request=None):
    """Title, address, day and source; what is not known is left to the card to find."""
    site = Site.find_for_request(request) if request else page.get_site()
    facts = {
        "title": page.title,
        "url": page.get_url(request),
        "published": published(page),
        "source": site.site_name if site else None,
    }
    return {name: value for name, value in facts.items() if value}


def published(page):
    for name in option("PUBLISHED"):
        value = getattr(page, name, None)
        if isinstance(value, datetime) and is_aware(value):
            value = localtime(value)
        if isinstance(value, date):
            return value.isoformat()
    # In the preview of a draft, as if it were published now.
    return None if page.live else date.today().isoformat()


def body(page, request=None):
    """The text of a page as HTML."""
    if not any(hasattr(page, name) for name in option("BODY")):
        logger.warning("No card of “%s”: %s has none of the fields of BODY in TOM_TAT: %s", page, type(page).__name__, option("BODY"))
    context = {"page": page, "request": request, WITHIN: True}
    return "".join(html(page, name, context) for name in option("BODY"))


def html(page, name, context):
    value = getattr(page, name, None)
    if isinstance(value, StreamValue):
        return value.render_as_block(context)
    fields = {field.name: field for field in page._meta.get_fields()}
    if hasattr(value, "__html__") or isinstance(fields.get(name), RichTextField):
        return str(value)
    return linebreaks(value, autoescape=True) if value else ""
