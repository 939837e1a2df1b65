# The check of a desk, and the doctor.
check-sound = The desk is sound
check-damaged = The file is damaged: { $detail }
check-orphan = A row points at nothing: { $row }
check-drifted = { $n ->
    [one] { $n } row of { $table } differs from a rebuild
   *[other] { $n } rows of { $table } differ from a rebuild
}
check-media = The bytes of a picture are missing: { $hash }
doctor-well = Nothing is wrong
doctor-crash = Postdesk broke some time ago; the report is in { $path }
