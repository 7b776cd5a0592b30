using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.StoreWriter;

// Kakehashi.StoreWriter sqlite|postgres <file or connection string> <count>: writes so many organisations in one
// session and says how far it is, a line at a time, so that whoever started it knows when to kill it.
Database database = args[0] == "sqlite" ? new SqliteDatabase(args[1], Product.Types) : new PostgresDatabase(args[1], Product.Types);
var count = int.Parse(args[2], CultureInfo.InvariantCulture);
using var session = database.Change(ChangeOrigin.Demo, TimeProvider.System);
for (var i = 1; i <= count; i++)
{
    session.Create(Product.Organisations, Product.Make(Product.Organisations, ("name", new Bilingual($"第{i}大学", $"University {i}")), ("country", "JP")));
    if (i % 1_000 == 0) Say($"written {i}");
}

Say("committing");
session.Commit();
Say("committed");

static void Say(string line)
{
    Console.Out.WriteLine(line);
    Console.Out.Flush();
}
