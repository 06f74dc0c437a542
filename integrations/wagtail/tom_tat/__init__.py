"""Thẻ tóm tắt <tom-tat> cho Wagtail: một khối StreamField và hai thẻ mẫu."""
