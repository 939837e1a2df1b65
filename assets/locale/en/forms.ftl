# Forms: clients, channels, posts.
