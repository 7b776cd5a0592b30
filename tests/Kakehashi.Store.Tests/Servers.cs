using Kakehashi.TestServers;

// One server for the whole process; it starts when a test first asks for a database.
[assembly: AssemblyFixture(typeof(PostgresServer))]
