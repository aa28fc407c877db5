"""The drawings of ``resources/icons`` in the colours of the theme."""

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import resource


def pixmap(name: str, colour: QColor, size: QSize, ratio: float = 1.0) -> QPixmap:
    """The drawing ``name`` in ``colour``, sharp at ``size`` on a screen of this pixel ratio."""
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = QSvgRenderer(QByteArray(text.replace("currentColor", colour.name()).encode()))
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter, QRectF(image.rect()))
    painter.end()
    drawn = QPixmap.fromImage(image)
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, colour: QColor, size: int = 20) -> QIcon:
    """The drawing as an icon for every screen there is, whatever its pixels to a point."""
    drawn = QIcon()
    for ratio in sorted(
        {1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}
    ):
        drawn.addPixmap(pixmap(name, colour, QSize(size, size), ratio))
    return drawn
