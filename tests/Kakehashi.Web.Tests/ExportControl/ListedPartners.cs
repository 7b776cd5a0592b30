using Kakehashi.ExportControl.Cases;
using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Web.Tests.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.ExportControl;

/// <summary>Records that name somebody who is on a list of the university's own, and some who name nobody on it.</summary>
public sealed class ListedPartners : Observatory
{
    private const string Header = "番号,種別,名称,別名,国・地域,懸念区分";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public long Institute { get; private set; }

    public long Harmless { get; private set; }

    public long Visit { get; private set; }

    public long Agreement { get; private set; }

    public ScreeningDesk Desk => Services.GetRequiredService<ScreeningDesk>();

    /// <summary>Adds a version of the list, each published a day after the one before.</summary>
    public async Task Publish(int day, params string[] rows)
    {
        var file = Path.Combine(Workspace.Data, $"own-{day}.csv");
        await File.WriteAllLinesAsync(file, [Header, .. rows], Cancel);
        var published = new DateOnly(2026, 5, day);
        Assert.True(Services.GetRequiredService<ListShelf>().Folder.Add(ConcernList.Own, [file], new(published, published)).IsDone);
        await Desk.ScreenAsync(Cancel);
    }

    /// <summary>The cases of a record, the first one first.</summary>
    public async Task<List<ScreeningCase>> Cases(long record)
    {
        var number = record.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await using var context = Workspace.Database.Read();
        return await context.Set<ScreeningCase>().Where(one => one.SubjectNumber == number && !one.IsWithdrawn).OrderBy(one => one.Round).ToListAsync(Cancel);
    }

    public async Task<int> Runs()
    {
        await using var context = Workspace.Database.Read();
        return await context.Set<ScreeningRun>().CountAsync(Cancel);
    }

    /// <summary>Changes a record, and screens what has changed.</summary>
    public async Task Change(long number, string code, params (string Field, object? Value)[] values)
    {
        var type = Workspace.Types.WithCode(code)!;
        await using var context = Workspace.Database.Read();
        var (before, after) = ((await context.LoadAsync(type, [number], Cancel))[0], type.New());
        foreach (var field in type.Fields) field.Write(after, field.Read(before));
        foreach (var (field, value) in values) type.Field(field)!.Write(after, value);
        using (var session = Workspace.Begin(ChangeOrigin.Form(Actor.Local)))
        {
            session.Update(type, before, after);
            session.Commit();
        }

        await Desk.ScreenAsync(Cancel);
    }

    public async Task Withdraw(long number, string code)
    {
        var type = Workspace.Types.WithCode(code)!;
        await using var context = Workspace.Database.Read();
        using (var session = Workspace.Begin(ChangeOrigin.Form(Actor.Local)))
        {
            session.Withdraw(type, (await context.LoadAsync(type, [number], Cancel))[0]);
            session.Commit();
        }

        await Desk.ScreenAsync(Cancel);
    }

    public long Enter(string code, params (string Field, object? Value)[] values)
    {
        using var session = Workspace.Begin(ChangeOrigin.Form(Actor.Local));
        var number = Create(session, code, values);
        session.Commit();
        return number;
    }

    protected override void EnterMore(ChangeSession session)
    {
        Institute = Create(session, "organisation", ("name", new Bilingual(null, "Qaltan Institute of Rocket Engineering")), ("kind", "education"), ("status", "active"), ("country", "KZ"));
        Harmless = Create(session, "organisation", ("name", new Bilingual(null, "Lakeside College of Music")), ("kind", "education"), ("status", "active"), ("country", "CA"));
        Agreement = Create(session, "agreement", ("reference", "A-1"), ("title", new Bilingual("協定", "Agreement")), ("type", "academic"), ("level", "university"), ("state", "in_force"), ("partner_name", "Vostrikov Optical Works"), ("country", "BY"));
        Visit = Create(session, "mobility_period", ("reference", "M-1"), ("direction", "in"), ("kind", "researcher"), ("person_name", "Temirlan Abdrakhmanov"), ("born_on", new DateOnly(1971, 3, 4)), ("nationality", "KZ"), ("started_on", new DateOnly(2026, 4, 1)));
    }
}
