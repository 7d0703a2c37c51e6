"""Labels as topics and tags.

A label with a slash is a topic's path, whose missing levels are made. A label that is the name, in any language, or the
slug of exactly one topic means that topic. Every other label is a tag.
"""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import select

from gateway.importers.writing.wording import fitted
from gateway.importers.writing.work import Filing, Text, Work
from schema.posts.services.filing import MAX_TOPICS
from schema.texts import is_visible, slug_of
from schema.topics.models import Tag, Topic
from schema.topics.services import MAX_LEVELS, MAX_TAG, ensure_topic

INVISIBLE = "nothing of it can be seen"
NOTHING = Filing(None, None)
IN_THE_BIN = "only posts in the wastebasket bear it"


async def file_labels(work: Work) -> None:
    """Find or make the topic of each label that is to be used; tags are made with the posts that bear them."""
    families = [one for text in work.to_be_written for one in (text.original or text).family]
    writing = {label for one in families for label in one.post.labels}
    reading = {label for text in work.texts.values() for label in text.post.labels}
    topics = await _topics_by_name(work) if writing else {}
    tags = set(await work.change.db.scalars(select(Tag.slug))) if writing else set()
    for label in dict.fromkeys(label for post in work.blog.posts for label in post.labels):
        if label in writing:
            filing, is_new = await _file(work, label, topics, tags)
            work.filings[label] = filing
            if filing == NOTHING:
                work.report.skipped("tag", INVISIBLE)
            elif is_new:
                work.report.wrote("tag")
            else:
                work.report.unchanged("tag")
        elif label in reading:
            work.report.unchanged("tag")
        else:
            work.report.skipped("tag", IN_THE_BIN)


def labels_of(work: Work, text: Text) -> tuple[list[UUID], list[str]]:
    """The topics and tags of a post: those of its authentic text, then those that only translations bear."""
    labels = dict.fromkeys(label for one in text.family for label in one.post.labels)
    filings = [work.filings[label] for label in labels if label in work.filings]
    topics = list(dict.fromkeys(filing.topic_id for filing in filings if filing.topic_id))
    tags = list(dict.fromkeys(filing.tag for filing in filings if filing.tag))
    for kind, many in (("topic", topics[MAX_TOPICS:]), ("tag", tags[MAX_TOPICS:])):
        if many:
            work.report.lost(
                "post", text.where, f"it had more than {MAX_TOPICS} labels of one sort", f"{len(many)} {kind}s"
            )
    return topics[:MAX_TOPICS], tags[:MAX_TOPICS]


async def _file(work: Work, label: str, topics: dict[str, UUID], tags: set[str]) -> tuple[Filing, bool]:
    """What a label means, and whether that is new here."""
    names = [name for part in label.split("/") if is_visible(name := fitted(part, MAX_TAG)[0])]
    if topic_id := topics.get(label.casefold()):
        return Filing(topic_id, None), False
    if 1 < len(names) <= MAX_LEVELS:
        known = set(topics.values())
        topic = await ensure_topic(work.change, names, locale=work.mission.languages[0])
        return Filing(topic.id, None), topic.id not in known
    tag, rest = fitted(label.lstrip("#"), MAX_TAG)
    if rest:
        work.report.lost("tag", label, "a label was cut to 100 characters", rest)
    if not is_visible(tag):
        work.report.lost("tag", "", INVISIBLE, label)
        return NOTHING, True
    return Filing(None, tag), (slug_of(tag) or tag) not in tags


async def _topics_by_name(work: Work) -> dict[str, UUID]:
    """Every topic by its slug and by each name that no other topic has."""
    bearers: defaultdict[str, set[UUID]] = defaultdict(set)
    for topic in await work.change.db.scalars(select(Topic)):
        for name in {topic.slug, topic.name, *topic.names.values()}:
            bearers[name.casefold()].add(topic.id)
    return {name: ids.pop() for name, ids in bearers.items() if len(ids) == 1}
