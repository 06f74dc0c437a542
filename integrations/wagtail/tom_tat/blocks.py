"""The block for StreamFields: the card of the page that it stands in."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, StructBlock
from wagtail.blocks.struct_block import StructBlockValidationError

from .card import WITHIN, own_card
from .options import validate


class TomTatBlock(StructBlock):
    density = ChoiceBlock(
        choices=[("line", _("Two lines")), ("short", _("Short")), ("full", _("Full"))],
        default="short",
        label=_("Density"),
    )
    show = CharBlock(
        required=False,
        label=_("Sections, in order"),
        help_text=_("Words of: title lead date figures officials directives. Empty: day, figures, officials, documents."),
    )
    omit = CharBlock(
        required=False,
        label=_("Facts taken back"),
        help_text=_("As they stand on the card, with semicolons between: Nguyễn Văn An; 43/CT-TTg; 98,5%"),
    )

    class Meta:
        icon = "list-ul"
        label = _("Summary card")
        template = "tom_tat/card.html"

    def clean(self, value):
        value = super().clean(value)
        errors = {}
        for name in ("show", "omit"):
            try:
                validate(name, value[name])
            except ValidationError as error:
                errors[name] = error
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return value

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        if not context.get(WITHIN):
            context["card"] = own_card(context.get("page"), context.get("request"), dict(value))
        return context
