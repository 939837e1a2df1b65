# A text in parts: chains, links and the fields of a format.

# Lengths.
publish-counted-about = { $used } of about { $max } characters; no document confirms the limit
publish-counted-parts = { $n } parts, the tightest one { $used } of { $max } characters
publish-title = title { $length }
part-title = title
part-of-chain = part { $nth } of { $total }
part-question = question
part-option = option { $nth } of { $total }
publish-question = question { $length }
publish-option = longest option { $length }
write-parts = ×{ $n }
write-hint-chain = chain
lack-question-long = { $platform } takes { $n } characters of question
limit-question-chars = { $n } characters of question

# A channel's own limit and template.
card-text-max = Longest text
card-text-max-example = empty: as the platform; a server or a paid account may take more
card-utm = Marks on links
card-utm-example = empty: utm_source={"{"}platform{"}"}&utm_medium=social…; - for none
show-text-max = Longest text, characters
show-utm = Marks on links
history-field-text-max = longest text
help-channel-text-max = Longest text there, where it is not the platform’s; 0 for the platform’s
help-channel-utm = What is put on links: utm_source={"{"}platform{"}"}&utm_content={"{"}post{"}"}; names: {"{"}platform{"}"} {"{"}client{"}"} {"{"}campaign{"}"} {"{"}post{"}"}; empty for the usual, - for none

# Chains.
chain-fits = It fits in one post as it is
chain-no-limit = Nobody knows how much this platform takes: there is nothing to cut by
chain-too-tight = A link, a hashtag or a name is longer than one part may be
chain-which-channel = A chain is cut for one channel: choose it first

# Links.
links-none = Every link has its marks already, or there are none to mark
links-title = Mark links
links-everywhere = everywhere: { $codes }
links-on = { $codes } · { $links }
links-own = the post’s own link · { $links }
links-bad-pair = “{ $pair }” is not a pair of a name and a value in Latin letters, like utm_medium=social
links-bad-name = Nobody knows { $name }; there are { $known }
did-links-tag = links marked

# The command line.
help-links = Put marks (utm_…) on the links of a post, so that counters know where visitors came from
help-links-examples =
    postdesk links "We open at ten" --dry-run
    postdesk links 7f3a09c1 --channel vk
help-chain = Cut a text that is too long for a channel into a numbered chain, or join it again
help-chain-examples =
    postdesk chain "We open at ten" --channel x --dry-run
    postdesk chain 7f3a09c1 --channel mastodon
    postdesk chain 7f3a09c1 --channel mastodon --join
help-chain-join = Put the parts together again
