"""Where on the pages of known offices the words stand, and what stands around them: rules as data."""

from __future__ import annotations

from msgspec import Struct


class Publisher(Struct, frozen=True, kw_only=True):
    """How the pages of one office are built; every selector is CSS, the first that finds something counts."""

    name: str
    """The office, for people."""
    hosts: tuple[str, ...]
    """Ends of the host names of its pages."""
    body: tuple[str, ...]
    """Where its words stand."""
    lead: tuple[str, ...] = ()
    """Where the page sums the text up above it: no part of it, and told as left out."""
    title: tuple[str, ...] = ("h1",)
    published: tuple[str, ...] = ("time[datetime]",)
    drop: tuple[str, ...] = ()
    """What stands within the body and is not its words, beside what is dropped on every page."""


PUBLISHERS = (
    Publisher(
        name="German Federal Government",
        hosts=("bundesregierung.de", "bundeskanzler.de", "bundeskanzlerin.de"),
        body=(".bpa-article .bpa-richtext", "main .bpa-richtext", "#main .bpa-article", ".bpa-article"),
        title=("h1 .bpa-teaser-title-text-inner", "h1"),
        published=(".bpa-time time[datetime]", "time[datetime]", ".bpa-time"),
        drop=(".bpa-share", ".bpa-toolbar", ".bpa-image", ".bpa-teaser", ".bpa-government-declaration-info"),
    ),
    Publisher(
        name="Kremlin",
        hosts=("kremlin.ru",),
        body=(".read__internal_content", ".entry-content.e-content", ".read__content"),
        lead=(".read__lead",),
        title=("h1.entry-title", "h1.p-name", "h1"),
        published=("time.read__published[datetime]", "time[itemprop=datePublished]", "time[datetime]"),
        drop=(".read__tags", ".read__bottommeta", ".read__share", ".persona", ".person-card", ".read__persons",
              ".read__tabs", ".read__meta", ".slider"),
    ),
    Publisher(
        name="White House",
        hosts=("whitehouse.gov", "whitehouse.archives.gov"),
        body=("section.body-content", ".wp-block-post-content", ".entry-content", "article .body-content"),
        title=("h1.page-title", "h1.wp-block-whitehouse-topper__headline", "h1"),
        published=("time.posted-on[datetime]", ".wp-block-post-date time[datetime]", "time[datetime]"),
        drop=(".social-share", ".wp-block-buttons", ".tax-links", ".prev-next", ".wp-block-post-terms"),
    ),
    Publisher(
        name="Élysée",
        hosts=("elysee.fr",),
        body=("article .main-block .reset-last-space", "main .main-block", "main article .content", "main article"),
        title=("h1",),
        drop=(".share", ".social", ".tags", ".block-download", ".sidebar", ".breadcrumb", ".publication-date"),
    ),
    Publisher(
        name="Prime Minister's Office, 10 Downing Street",
        hosts=("gov.uk",),
        body=(".gem-c-govspeak", ".govspeak", "#contents .govspeak"),
        lead=(".gem-c-lead-paragraph",),
        title=(".gem-c-heading__text", "h1.gem-c-title__text", "h1"),
        published=("meta[name='govuk:public-updated-at']", "meta[name='govuk:first-published-at']", "time[datetime]"),
        drop=(".gem-c-share-links", ".gem-c-metadata", ".gem-c-print-link", ".call-to-action"),
    ),
    Publisher(
        name="Ministry of Foreign Affairs of China",
        hosts=("fmprc.gov.cn", "mfa.gov.cn"),
        body=("#News_Body_Txt_A", ".news-main .content", ".TRS_Editor", "#content .content"),
        title=("#News_Body_Title", ".news-title h1", "h1"),
        published=("#News_Body_Time", ".news-title .time", "meta[name=PubDate]"),
        drop=(".bsh", ".share", "#share", ".bdsharebuttonbox", ".print"),
    ),
)  # fmt: skip


def publisher_of(hosts: tuple[str, ...]) -> Publisher | None:
    """The known office whose page this is, by the host names that it gives as its own."""
    for host in hosts:
        for publisher in PUBLISHERS:
            if any(host == end or host.endswith("." + end) for end in publisher.hosts):
                return publisher
    return None
