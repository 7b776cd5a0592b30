using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Web.Tests.Indicators;

namespace Kakehashi.Web.Tests.Places;

/// <summary>The observatory with a partner in France, agreements, plans, and people who know the place.</summary>
public sealed class Atlas : Observatory
{
    public const string Person = "架空 花子";

    public long Partner { get; private set; }

    protected override void EnterMore(ChangeSession session)
    {
        var (today, unit) = (Workspace.Today, Engineering);
        var identifiers = Workspace.Types.WithCode("organisation")!.Field("identifiers")!;
        var part = ((Kakehashi.Records.Fields.PartsField)identifiers).Part;
        var (list, ror) = (part.List(), part.New());
        part.Fields.Single(field => field.Code == "scheme").Write(ror, "ror");
        part.Fields.Single(field => field.Code == "value").Write(ror, "https://ror.org/01dq60k83");
        list.Add(ror);
        Partner = Create(session, "organisation", ("name", new Bilingual("リヨン架空大学", "Invented University of Lyon")), ("kind", "education"), ("status", "active"), ("country", "FR"), ("identifiers", list));
        Agreement(session, "AG-1", "in_force", today.AddMonths(3), unit);
        Agreement(session, "AG-2", "in_force", today.AddYears(3), unit);
        Agreement(session, "AG-3", "expired", today.AddYears(-1), unit);
        Create(session, "area_plan", ("country", "FR"), ("priority", "focus"), ("aims", new Bilingual("双方向の留学を倍増する", "Twice as much exchange both ways")), ("first_year", 2024), ("last_year", 2028), ("unit", unit));
        Create(session, "area_plan", ("region", "150"), ("priority", "maintain"), ("aims", new Bilingual("協定を実績のあるものに絞る", "Fewer agreements, all of them in use")), ("first_year", 2024), ("last_year", 2028));
        Create(session, "action_milestone", ("action", "T1.5"), ("text", new Bilingual("派遣の説明会を開く", "Hold a briefing on going abroad")), ("unit", unit), ("due_on", today.AddDays(-10)), ("state", "not_started"));
        Create(session, "area_knowledge", ("reference", "K-1"), ("country", "FR"), ("unit", unit), ("person", Person), ("tie", "studied"), ("contact", "hanako@example.ac.jp"));
    }

    private void Agreement(ChangeSession session, string reference, string state, DateOnly end, long unit) => Create(
        session, "agreement", ("reference", reference), ("title", new Bilingual("学術交流協定" + reference, "Academic exchange " + reference)), ("type", "academic"), ("level", "department"), ("state", state),
        ("partner", Partner), ("partner_name", "Lyon"), ("country", "FR"), ("unit", unit), ("effective_from", new DateOnly(2020, 4, 1)), ("expires_on", end));
}
