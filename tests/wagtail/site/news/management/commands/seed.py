"""A portal with ten articles and three users, and a few pages that only the tests want; prints their ids."""

import json
from datetime import datetime, timezone

from django.contrib.auth.models import Group, Permission, User
from django.core.management.base import BaseCommand
from news.articles import ARTICLES
from news.models import ArticlePage, ListPage, NotePage
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.rich_text import RichText

PASSWORD = "mot hai ba bon"
CARD = ("card", {"density": "short", "show": "", "omit": ""})


def text(*paragraphs):
    return ("text", RichText("".join(f"<p>{words}</p>" for words in paragraphs)))


def article(parent, title, date, *blocks):
    return parent.add_child(instance=ArticlePage(title=title, date=date, body=list(blocks)))


def note(parent, title, *paragraphs):
    # Half past one in the night of the 28th, in Vietnam.
    day = datetime(2026, 11, 27, 18, 30, tzinfo=timezone.utc)
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return parent.add_child(instance=NotePage(title=title, body=body, first_published_at=day))


def users():
    guests = Group.objects.create(name="Khách")
    guests.permissions.add(Permission.objects.get(codename="access_admin"))
    for name, groups in {"bientap": ["Moderators"], "khach": ["Khách"], "docgia": []}.items():
        user = User.objects.create_user(name, f"{name}@example.gov.vn", PASSWORD)
        user.groups.set(Group.objects.filter(name__in=groups))


class Command(BaseCommand):
    def handle(self, *args, **options):
        users()
        home = Page.objects.get(depth=1).add_child(instance=ListPage(title="Tin tức", slug="tin"))
        Site.objects.update(root_page=home, site_name="Cổng thông tin")
        Page.objects.get(slug="home").delete()
        for title, date, _, paragraphs in ARTICLES:
            article(home, title, date, CARD, text(*paragraphs))
        _, _, _, paragraphs = ARTICLES[0]
        shelf = home.add_child(instance=ListPage(title="Kho", slug="kho", show_in_menus=False))
        pages = {
            "home": home,
            "shelf": shelf,
            "nasty": article(shelf, "</script><script>alert(1)</script> “Dân” & 'vận' \"<!--", "2026-11-28", CARD, text(*paragraphs)),
            "bare": article(shelf, "Lời chào", "2026-11-28", CARD, text("Chào mừng quý vị đến với cổng thông tin của địa phương.")),
            "note": note(shelf, "Ghi nhanh", *paragraphs),
            "block": article(shelf, "Bài có thẻ", "2026-11-27", CARD, text(*paragraphs)),
            "plain": article(shelf, "Bài không thẻ", "2026-11-28", text(*paragraphs)),
        }
        secret = article(shelf, "Bài kín", "2026-11-28", text("Sáng 27/11, đồng chí Cao Văn Kín, Chủ tịch UBND tỉnh chủ trì cuộc họp."))
        PageViewRestriction.objects.create(page=secret, restriction_type="login")
        found = {name: {"id": page.id, "title": page.title, "path": page.get_url()} for name, page in pages.items()}
        names = [name for _, _, name, _ in ARTICLES]
        self.stdout.write(json.dumps({"pages": found, "names": names}))
