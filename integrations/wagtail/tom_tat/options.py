"""What may be set, for the whole site in TOM_TAT and for one card, and what is wrong with it."""

from difflib import get_close_matches

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

DEFAULTS = {
    # The card's folder among the static files.
    "FOLDER": "tom-tat/",
    # Selector of the element with the article; of several, the one around the card.
    "ARTICLE": "article,main",
    # Fields of a page, of which the first that it has is the day of publication.
    "PUBLISHED": ("date", "first_published_at"),
    # Fields of a page that make up its text, for cards in lists.
    "BODY": ("body",),
    # Attributes of every card.
    "ATTRIBUTES": {},
}

SECTIONS = ("title", "lead", "date", "figures", "officials", "directives")
CHOICES = {
    "density": ("line", "short", "full"),
    "heading": ("2", "3", "4", "5"),
    "lang": ("vi", "en"),
    "loading": ("lazy", "eager"),
    "theme": ("auto", "light", "dark"),
}
SWITCHES = ("debug", "jsonld")
TEXTS = ("for", "limit", "lookup", "omit", "report", "show")
ATTRIBUTES = (*CHOICES, *SWITCHES, *TEXTS)


def option(name):
    """A setting of the site, or its default."""
    return getattr(settings, "TOM_TAT", {}).get(name, DEFAULTS[name])


def validate(name, value):
    """Refuses an attribute that the card could not read, and says why."""
    if name not in ATTRIBUTES:
        raise ValidationError(unknown(_("attribute"), name, ATTRIBUTES))
    if name in SWITCHES:
        if not isinstance(value, bool):
            raise ValidationError(_("“%(name)s” is True or False, not “%(value)s”.") % {"name": name, "value": value})
    elif name in CHOICES:
        if str(value) not in CHOICES[name]:
            raise ValidationError(unknown(name, value, CHOICES[name]))
    elif not isinstance(value, str):
        raise ValidationError(_("“%(name)s” is text, not “%(value)s”.") % {"name": name, "value": value})
    elif name == "show":
        for word in value.split():
            if word not in SECTIONS:
                raise ValidationError(unknown(_("section"), word, SECTIONS))
    elif name == "omit" and ("<" in value or ">" in value):
        raise ValidationError(_("Write the facts as they stand on the card, without HTML."))
    elif name == "lookup" and "{number}" not in value:
        raise ValidationError(_("“lookup” is an address with {number} in it."))


def unknown(what, value, known):
    """“colour” is no attribute; did you mean …? Known are: …"""
    words = {"what": what, "value": value, "known": ", ".join(known)}
    near = get_close_matches(str(value), known, 1)
    if near:
        return _("“%(value)s” cannot be read as %(what)s; did you mean “%(near)s”? There are: %(known)s.") % {**words, "near": near[0]}
    return _("“%(value)s” cannot be read as %(what)s. There are: %(known)s.") % words
