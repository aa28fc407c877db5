"""Sets of article numbers in few bytes: one chunk of 65,536 numbers at a time.

Up to an article in 64 the numbers are listed: their low bytes as they are, and how many share each
high byte. A fuller chunk is a bitmap; where a roaring bitmap would list its numbers, that of those
it lacks. Bitmaps and counts are deflated, which comes within a sixth of the entropy of a set drawn
by chance: 9 bits a number for one article in 100, where a plain roaring bitmap takes 16. To keep
the gaps between numbers instead takes a tenth less, and five times as long to read where a chunk
holds thousands: they must be added up one by one.
"""

import struct
import zlib
from array import array
from collections import Counter
from collections.abc import Iterator
from operator import mul

from pyroaring import BitMap

CHUNK_BITS = 16
_CHUNK = 1 << CHUNK_BITS
_FEW, _LISTED_BY_ROARING = _CHUNK >> 6, 4_096
_LIST, _HELD, _LACKED = b"\0", b"\1", b"\2"
_LEVEL = 6
_HEADER = struct.Struct("<IIHHI")
"""Of a roaring bitmap of one container: cookie, containers, its key, its size less one, where it
begins (https://github.com/RoaringBitmap/RoaringFormatSpec)."""
_COOKIE = 12_346
_BYTES = [bytes([value]) for value in range(256)]


def chunks(articles: BitMap) -> Iterator[tuple[int, BitMap]]:
    """The set taken apart: the number of each chunk that holds any, with what it holds."""
    while articles:
        chunk = articles.min() >> CHUNK_BITS
        some = articles & _range(chunk)
        yield chunk, some
        articles = articles - some


def _range(chunk: int) -> BitMap:
    return BitMap(range(chunk << CHUNK_BITS, (chunk + 1) << CHUNK_BITS))


def packed(articles: BitMap) -> bytes:
    """The numbers of one chunk as bytes."""
    if len(articles) > _LISTED_BY_ROARING:
        articles.run_optimize()
        return _HELD + _deflated(articles.serialize())
    if len(articles) <= _FEW:
        listed = BitMap(array("I", articles), optimize=False).serialize()[_HEADER.size :]
        low, high = listed[0::2], listed[1::2]
        counts = [0] * 256
        for value, count in Counter(high).items():
            counts[value] = count
        if max(counts) < 256:
            return _LIST + len(low).to_bytes(2, "little") + low + _deflated(bytes(counts))
    return _LACKED + _deflated((_range(articles.min() >> CHUNK_BITS) - articles).serialize())


def unpacked(blob: bytes, chunk: int) -> BitMap:
    """The set that ``packed`` made of the chunk with this number."""
    kind, rest = blob[:1], memoryview(blob)[1:]
    if kind == _LIST:
        size = int.from_bytes(rest[:2], "little")
        both = bytearray(2 * size)
        both[0::2] = rest[2 : 2 + size]
        both[1::2] = b"".join(map(mul, _BYTES, _inflated(rest[2 + size :])))
        header = _HEADER.pack(_COOKIE, 1, chunk, size - 1, _HEADER.size)
        return BitMap.deserialize(header + both)
    found = BitMap.deserialize(_inflated(rest))
    if kind == _LACKED:
        found.flip_inplace(chunk << CHUNK_BITS, (chunk + 1) << CHUNK_BITS)
    return found


def _inflated(data: memoryview) -> bytes:
    return zlib.decompress(data, wbits=-zlib.MAX_WBITS)


def _deflated(data: bytes) -> bytes:
    """Huffman codes and runs: there is nothing else in bits drawn by chance to find."""
    work = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, 9, zlib.Z_RLE)
    return work.compress(data) + work.flush()
