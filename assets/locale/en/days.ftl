# Days with a name, days off, her hours.
