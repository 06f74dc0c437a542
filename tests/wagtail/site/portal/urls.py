from django.conf import settings
from django.urls import include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls

urlpatterns = [
    path("static/<path:path>", serve, {"document_root": settings.STATIC_ROOT}),
    path("admin/", include(admin_urls)),
    path("", include(wagtail_urls)),
]
