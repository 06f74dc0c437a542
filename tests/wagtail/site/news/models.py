from django.db import models
from tom_tat.blocks import TomTatBlock
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import RichTextBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page


class ListPage(Page):
    """The news of a portal, each with a card of two lines."""

    def get_context(self, request, *args, **kwargs):
        articles = Page.objects.child_of(self).live().type((ArticlePage, NotePage))
        return {**super().get_context(request, *args, **kwargs), "articles": articles}


class ArticlePage(Page):
    date = models.DateField("Ngày đăng")
    body = StreamField([("text", RichTextBlock(label="Văn bản")), ("card", TomTatBlock())], verbose_name="Nội dung")

    content_panels = [*Page.content_panels, FieldPanel("date"), FieldPanel("body")]


class NotePage(Page):
    """An article of rich text alone, whose template has the card, and whose day is the one that Wagtail keeps."""

    body = RichTextField("Nội dung")

    content_panels = [*Page.content_panels, FieldPanel("body")]
