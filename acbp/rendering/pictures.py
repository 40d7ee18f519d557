"""A finished PDF → a picture of each page, for slides and chats."""

from collections.abc import Iterator
from io import BytesIO


def picture_pages(content: bytes, dpi: int) -> Iterator[bytes]:
    """Yield each page as PNG at ``dpi`` dots per inch, one at a time; nothing but pixels is in it."""
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            picture = page.render(scale=dpi / 72, rev_byteorder=True).to_pil().convert("RGB")
            out = BytesIO()
            picture.save(out, "PNG", dpi=(dpi, dpi))
            yield out.getvalue()
