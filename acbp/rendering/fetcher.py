"""The door through which the typesetter gets its pictures: registered assets, no disk and no network."""

from io import BytesIO
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

from acbp.rendering.assets import Assets

SCHEME = "asset:"


class AssetFetcher(URLFetcher):
    """Hands out registered assets by ``asset:`` address; remembers every address that it refused."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(timeout=0, allowed_protocols=("asset",), allow_redirects=False, fail_on_errors=False)
        self._assets = assets
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """Return the asset; any other address is noted in ``refused`` and raises ValueError."""
        held = self._assets.get(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else None
        if held is None:
            self.refused.append(url)
            raise ValueError(f"not registered: {url}")
        media_type, content = held
        return URLFetcherResponse(url, BytesIO(content), {"Content-Type": media_type})
