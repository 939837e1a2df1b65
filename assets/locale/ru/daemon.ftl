# The daemon, the lease and other processes.
