"""«الملك سلمان» where an article says no more: not the «سلمان» of other articles."""

import dataclasses
from collections.abc import Iterator

from newsarchive.arabic.chains import is_lone, ruler_word
from newsarchive.article import Article, EntityKind, Person


def with_rulers(article: Article) -> Article:
    """The article with persons of a first name alone named by the title that goes with it."""
    called = dict(_called(article.persons))
    if not called:
        return article
    persons = tuple(
        dataclasses.replace(one, name=called[one.name], aliases=(one.name, *one.aliases))
        if one.name in called
        else one
        for one in article.persons
    )
    mentions = tuple(
        dataclasses.replace(one, entity=called[one.entity])
        if one.kind is EntityKind.PERSON and one.entity in called
        else one
        for one in article.mentions
    )
    return dataclasses.replace(article, persons=persons, mentions=mentions)


def _called(persons: tuple[Person, ...]) -> Iterator[tuple[str, str]]:
    for person in persons:
        titles = (*person.titles, *person.roles) if is_lone(person.name) else ()
        word = next(filter(None, map(ruler_word, titles)), "")
        if word:
            yield person.name, f"{word} {person.name}"
