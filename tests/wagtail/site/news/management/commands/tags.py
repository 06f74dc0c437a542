"""Prints what the tags make of the templates that it reads, a JSON list, with the first article as `article`."""

import json
import sys

from django.core.management.base import BaseCommand
from django.template import Context, Template, TemplateSyntaxError
from news.models import ArticlePage


class Command(BaseCommand):
    def handle(self, *args, **options):
        article = ArticlePage.objects.first()
        answers = []
        for source in json.load(sys.stdin):
            try:
                answers.append(Template("{% load tom_tat %}" + source).render(Context({"article": article})))
            except TemplateSyntaxError as error:
                answers.append(f"TemplateSyntaxError: {error}")
        self.stdout.write(json.dumps(answers))
