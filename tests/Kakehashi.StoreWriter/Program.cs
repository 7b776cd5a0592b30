using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform.Merging;
using Kakehashi.Platform.Store;
using Kakehashi.StoreWriter;

// Kakehashi.StoreWriter sqlite|postgres <file or connection string> <count>: writes so many organisations in one
// session and says how far it is, a line at a time, so that whoever started it knows when to kill it. With a fourth
// argument "merge" it merges an organisation that so many agreements name into another.
Database database = args[0] == "sqlite" ? new SqliteDatabase(args[1], Product.Types) : new PostgresDatabase(args[1], Product.Types);
var count = int.Parse(args[2], CultureInfo.InvariantCulture);
if (args is [_, _, _, "merge"])
{
    await Merge();
    return;
}

using var session = database.Change(ChangeOrigin.Demo, TimeProvider.System);
for (var i = 1; i <= count; i++)
{
    session.Create(Product.Organisations, Product.Make(Product.Organisations, ("name", new Bilingual($"第{i}大学", $"University {i}")), ("country", "JP")));
    if (i % 1_000 == 0) Say($"written {i}");
}

Say("committing");
session.Commit();
Say("committed");

async Task Merge()
{
    var (kept, merged) = (Organisation("東北大学"), Organisation("東北帝国大学"));
    using (var entering = database.Change(ChangeOrigin.Demo, TimeProvider.System))
    {
        entering.Create(Product.Organisations, kept);
        entering.Create(Product.Organisations, merged);
        for (var i = 1; i <= count; i++)
            entering.Create(Product.Agreements, Product.Make(Product.Agreements, ("reference", $"M-{i}"), ("title", new Bilingual($"協定{i}", null)), ("partner", merged.Number)));
        entering.Commit();
    }

    Say("merging");
    var done = await database.MergeAsync(new(Product.Organisations, kept, merged), Actor.Program, TimeProvider.System, CancellationToken.None);
    Say(done.IsDone ? "merged" : done.Refusal.Code);
}

static Kakehashi.Records.Record Organisation(string name) => Product.Make(Product.Organisations, ("name", new Bilingual(name, null)));

static void Say(string line)
{
    Console.Out.WriteLine(line);
    Console.Out.Flush();
}
