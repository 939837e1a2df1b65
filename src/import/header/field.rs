//! What a column can mean, and which meanings each kind of file has.

use serde::{Serialize, Serializer};

/// Builds the fields and their ids from one table.
macro_rules! fields {
    ($( $(#[$doc:meta])* $name:ident = $id:literal, )*) => {
        /// What a column can mean. Its id is what `--map COLUMN=FIELD` takes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Field { $( $(#[$doc])* $name, )* }

        impl Field {
            /// Every field there is.
            pub const ALL: &'static [Field] = &[ $( Field::$name, )* ];

            /// The stable id.
            pub const fn id(self) -> &'static str {
                match self { $( Field::$name => $id, )* }
            }
        }
    };
}

fields! {
    /// The day, perhaps with a time beside it.
    Date = "date",
    /// The time of day.
    Time = "time",
    /// Day and time in one cell.
    At = "at",
    /// The zone that the day and time are of, by its name.
    Zone = "zone",
    /// The client's name.
    Client = "client",
    /// The channel, or several.
    Channel = "channel",
    /// The column is called as a network; its cells tick whether the post goes there.
    Ticked = "ticked",
    /// The rubric.
    Rubric = "rubric",
    /// The campaign.
    Campaign = "campaign",
    /// The topic of a post.
    Topic = "topic",
    /// The text of a post or a message.
    Text = "text",
    /// A link.
    Link = "link",
    /// The format of a post.
    Format = "format",
    /// A picture or a film, or several.
    Media = "media",
    /// What a picture shows, for those who do not see it.
    Alt = "alt",
    /// The first comment under a post.
    FirstComment = "first_comment",
    /// Which of its pictures is the cover.
    Cover = "cover",
    /// What is said and shown in a film.
    Script = "script",
    /// Its shots, one a line.
    Shots = "shots",
    /// A note the client reads beside a post.
    ClientNote = "client_note",
    /// How far a post has come, in a file of our own.
    Status = "status",
    /// Our name of a post, in a file of our own.
    Uid = "uid",
    /// Who wrote a message.
    Author = "author",
    /// The platform's id of who wrote it.
    AuthorId = "author_id",
    /// The post a message or a reading belongs to.
    Post = "post",
    /// The platform's id of a message.
    Id = "id",
    /// Whether a message came in or went out.
    Direction = "direction",
    /// The kind of a message.
    Kind = "kind",
    /// What is measured.
    Metric = "metric",
    /// The measured value.
    Value = "value",
}

impl Field {
    /// The field with this id.
    pub fn from_id(id: &str) -> Option<Field> {
        Field::ALL.iter().copied().find(|field| field.id() == id)
    }

    /// Whether several columns may mean it together: "Picture 1", "Picture 2".
    pub const fn is_many(self) -> bool {
        matches!(self, Field::Media | Field::Alt | Field::Ticked)
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.id())
    }
}

/// The three kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Posts to come.
    Plan,
    /// Comments and messages.
    Messages,
    /// Measured values.
    Readings,
}

impl Kind {
    /// The fields this kind of file has. Where a word fits two fields the earlier one here takes the column.
    pub const fn fields(self) -> &'static [Field] {
        use Field::{
            Alt, At, Author, AuthorId, Campaign, Channel, Client, ClientNote, Cover, Date,
            Direction, FirstComment, Format, Id, Kind as Sort, Link, Media, Metric, Post, Rubric,
            Script, Shots, Status, Text, Ticked, Time, Topic, Uid, Value, Zone,
        };
        match self {
            Kind::Plan => &[
                Date,
                Time,
                At,
                Client,
                Channel,
                Ticked,
                Rubric,
                Campaign,
                Topic,
                Text,
                Link,
                Format,
                Media,
                Alt,
                FirstComment,
                Cover,
                Script,
                Shots,
                ClientNote,
                Zone,
                Status,
                Uid,
            ],
            Kind::Messages => &[
                // «Пост» over messages is where they stand, not what they say.
                At, Date, Time, Client, Channel, Author, AuthorId, Post, Text, Id, Direction, Sort,
                Zone,
            ],
            Kind::Readings => &[Date, Time, At, Client, Channel, Post, Metric, Value],
        }
    }

    /// Fields without which the file says nothing; of each group one is enough.
    pub(super) const fn needs(self) -> &'static [&'static [Field]] {
        use Field::{At, Channel, Client, Date, Metric, Text, Ticked, Topic, Value};
        match self {
            Kind::Plan => &[&[Date, At], &[Client], &[Channel, Ticked], &[Topic, Text]],
            Kind::Messages => &[&[At, Date], &[Client], &[Channel], &[Text]],
            Kind::Readings => &[&[Date, At], &[Client], &[Metric], &[Value]],
        }
    }
}
