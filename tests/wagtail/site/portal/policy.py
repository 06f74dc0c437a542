"""The policy of the guide, on the pages of readers."""

POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' data:; frame-ancestors 'self'"


def middleware(get_response):
    def answer(request):
        response = get_response(request)
        if not request.path.startswith(("/admin/", "/static/")):
            response["Content-Security-Policy"] = POLICY
        return response

    return answer
