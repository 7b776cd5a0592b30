using Kakehashi.Kernel;
using Kakehashi.Platform.History;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Store.Tests.Erasing;

/// <summary>A record of a kind that the product does not have yet: a person, whose key, words, parts and required name are personal.</summary>
public abstract class ErasingEveryKindOfField(Store store) : Specification(store)
{
    private static readonly RecordType Persons = RecordType<Person>.Of<PersonRecord>();

    [Fact]
    public async Task Leaves_nothing_of_the_person_anywhere()
    {
        var (database, person) = await Written();
        Assert.Equal([person], await Found(database, "hanako"));
        var erased = await database.EraseAsync([new(Persons, person)], "asked for", ChangeOrigin.Form(Actor.Local), TimeProvider.System, Cancel);
        Assert.True(erased.IsDone, erased.Refusal?.Message.En);
        await using var context = database.Read();
        var record = Assert.IsType<Person>(await context.FindAsync(Persons, person, Actor.Local, Cancel));
        Assert.Equal(($"erased-{person}", default(Bilingual), false, null), (record.Name, record.Both, record.IsMarried, record.Born));
        Assert.Equal(("DE", "Sendai"), (record.Country, record.City));
        Assert.Equal([("home", null), ("office", null)], record.Mails.Select(mail => (mail.Kind, mail.Address)));
        Assert.Empty(record.Nicknames);
        Assert.Equal([$"erased-{person}"], await context.Keys.Select(key => key.Key).ToListAsync(Cancel));
        Assert.Empty(await Found(database, "hanako"));
        Assert.Equal([person], await Found(database, "sendai"));
        var history = string.Concat((await context.Changes.ToListAsync(Cancel)).Select(change => change.Values));
        foreach (var value in new[] { "Hanako", "花子", "example.org", "true,\"c", "1999", "Hana" }) Assert.DoesNotContain(value, history);
        foreach (var value in new[] { "Sendai", "DE", "home", "office" }) Assert.Contains(value, history);
        Assert.Empty((await database.VerifyAsync(null, Cancel)).Faults);
    }

    [Fact]
    public async Task Leaves_a_record_that_is_what_its_history_says()
    {
        var (database, person) = await Written();
        await database.EraseAsync([new(Persons, person)], "asked for", ChangeOrigin.Form(Actor.Local), TimeProvider.System, Cancel);
        Assert.Empty(await Differences(database));
        await Tamper("UPDATE persons SET city = 'Tokyo'");
        Assert.Equal(["verify.differs"], await Differences(database));
        await Tamper("UPDATE persons SET city = 'Sendai', mails = replace(mails, 'office', 'other')");
        Assert.Equal(["verify.differs"], await Differences(database));
        await Tamper("UPDATE persons SET mails = replace(mails, 'other', 'office'), name = 'Hanako'");
        Assert.Equal(["verify.differs"], await Differences(database));
    }

    [Fact]
    public async Task Finds_the_other_records_of_the_person_by_any_personal_line()
    {
        var (database, person) = await Written();
        var byMail = Make("Jiro", "jiro@example.org", "hanako@example.org");
        var stranger = Make("Saburo", "saburo@example.org", "h_nako@example.org");
        var stay = Product.Make(Product.Stays, ("reference", "S-1"), ("direction", "in"), ("kind", "student"), ("person_key", "Hanako"), ("started_on", new DateOnly(2025, 4, 1)));
        using (var session = database.Change(ChangeOrigin.Form(Actor.Local), TimeProvider.System))
        {
            session.Create(Persons, byMail);
            session.Create(Persons, stranger);
            session.Create(Product.Stays, stay);
            session.Commit();
        }

        await using var context = database.Read();
        var record = (await context.FindAsync(Persons, person, Actor.Local, Cancel))!;
        var found = await SamePersons(context, database, record);
        Assert.Equal(new[] { byMail.Number, stay.Number }.Order(), found.Order());
    }

    private static async Task<IEnumerable<long>> SamePersons(RecordsContext context, Database database, Record record) =>
        (await SamePerson.FindAsync(context, database, Persons, record, 10, Actor.Local, Cancel)).Select(one => one.Record.Number);

    private static Record Make(string name, params IEnumerable<string> addresses)
    {
        var mails = (PartsField)Persons.Field("mails")!;
        var list = mails.Part.List();
        foreach (var (address, kind) in addresses.Zip(["home", "office"]))
        {
            var mail = mails.Part.New();
            mails.Part.Fields[0].Write(mail, kind);
            mails.Part.Fields[1].Write(mail, address);
            list.Add(mail);
        }

        var nicknames = (PartsField)Persons.Field("nicknames")!;
        var hana = nicknames.Part.New();
        nicknames.Part.Fields[0].Write(hana, name[..4]);
        var names = nicknames.Part.List();
        names.Add(hana);
        return Product.Make(Persons, ("name", name), ("both", new Bilingual("花子", name)), ("is_married", true), ("country", "DE"), ("city", "Sendai"), ("born", new DateOnly(1999, 1, 2)), ("mails", list), ("nicknames", names));
    }

    private async Task<(Database Database, long Person)> Written()
    {
        var types = new RecordTypes([.. Product.Types.All, Persons]);
        Database database = Store.Address[0] == "sqlite" ? new SqliteDatabase(Store.Address[1], types) : new PostgresDatabase(Store.Address[1], types);
        var table = database[Persons];
        var sql = $"CREATE TABLE {table.Name} ({string.Join(", ", table.Columns.Select(column => Store.Address[0] == "sqlite" ? column.Sqlite : column.Postgres))})";
        await using (var context = Database.Read()) await context.Database.ExecuteSqlRawAsync(sql, Cancel);
        var person = Make("Hanako", "hanako@example.org", "office@example.org");
        using var session = database.Change(ChangeOrigin.Form(Actor.Local), TimeProvider.System);
        session.Create(Persons, person);
        session.Commit();
        return (database, person.Number);
    }

    private static async Task<IReadOnlyList<long>> Found(Database database, string words) =>
        [.. (await database.ListAsync(Persons, new() { Text = words }, Actor.Local, Cancel)).Records.Select(record => record.Number)];

    private static async Task<IEnumerable<string>> Differences(Database database) =>
        (await new RecordsVerifier(database).VerifyAsync(Persons, null, Cancel)).Faults.Select(fault => fault.Code);
}

public sealed class Person : Record<Person>
{
    public string Name { get; private set; } = "";

    public Bilingual Both { get; private set; }

    public bool IsMarried { get; private set; }

    public string? Country { get; private set; }

    public string? City { get; private set; }

    public DateOnly? Born { get; private set; }

    public List<Mail> Mails { get; private set; } = [];

    public List<Nickname> Nicknames { get; private set; } = [];
}

public sealed class Mail
{
    public string? Kind { get; private set; }

    public string? Address { get; private set; }
}

public sealed class Nickname
{
    public string? Called { get; private set; }
}

public sealed class PersonRecord : IRecordType<Person>
{
    public static void Define(Definition<Person> record)
    {
        record.Named(("人", "Person"), ("人", "Persons"), "persons");
        record.Identity(person => person.Name);
        record.Caption(person => new(person.Name, null));
        record.Line(person => person.Name, ("氏名", "Name")).Required().Personal().Searched().Listed();
        record.Bilingual(person => person.Both, ("氏名", "Both")).Personal().Searched();
        record.Flag(person => person.IsMarried, ("既婚", "Married")).Personal();
        record.Code(person => person.Country, ("国", "Country"), "countries");
        record.Line(person => person.City, ("市", "City")).Searched();
        record.Day(person => person.Born, ("生年月日", "Born")).Personal();
        record.Parts(person => person.Mails, ("メール", "Mails"), part =>
        {
            part.Line(mail => mail.Kind, ("種別", "Kind"));
            part.Line(mail => mail.Address, ("アドレス", "Address")).Personal();
        });
        record.Parts(person => person.Nicknames, ("愛称", "Nicknames"), part => part.Line(name => name.Called, ("愛称", "Called"))).Personal();
    }
}

public sealed class ErasingEveryKindOfFieldInSqlite() : ErasingEveryKindOfField(new SqliteStore());

[Trait("Needs", "server")]
public sealed class ErasingEveryKindOfFieldInPostgres(PostgresServer server) : ErasingEveryKindOfField(new PostgresStore(server));
