"""The only writer of the archive file: one SQLite database, opened through sqlite-utils.

    connection   open_store(path, *, create=False, read_only=False) -> Store
    articles     add_articles(store, batch, notes=(), renews=False) -> AddResult
                 article(store, number) · original(store, number) · rows_for(store, ids)
                 count(store)
    changes      stamp(store) -> Stamp · iterate_for_index(store, after) -> Iterator[IndexRow]
    entities     names(store, ids) · ids_named(store, kind, name)
    imports      unchanged(store, fingerprints) · note_imports(store, notes) · diary(store)
    mappings     mappings(store) · keep_mappings(store, wanted) · forget_mapping(store, number)
    folders      folders(store) · watch(store, paths) · forget(store, path) · note_look(store, …)
    backup       backup(store, target) · restore(copy, target)
    trash        delete(store, ids) · restore(store, ids) · trashed(store) · empty(store)
    check        check(store) -> Findings
    salvage      salvage(path, target) -> Salvaged
    pages        PageFile: a damaged file read page by page, for trees, shapes and saving

A Store is a frozen handle on one connection; every thread or process opens its own. Whatever
SQLite reports that is the world's fault leaves here as a StoreError or DamagedError; any other
sqlite3 error is a defect of the program and passes through as it is.

Facts about the file, for other programs: times are UTC in ISO 8601, ``originals.bytes`` is a zlib
stream (RFC 1950) of the bytes as imported, mention offsets count Unicode code points of the
article's title or body.
"""
