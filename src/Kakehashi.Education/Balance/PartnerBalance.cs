using Kakehashi.Access.OrgUnits;
using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Agreements.Evaluating;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Education.Balance;

/// <summary>The exchange of students with a partner, read from the database.</summary>
/// <param name="Whole">The balance with nothing hidden.</param>
/// <param name="Present">The year that is not over.</param>
/// <param name="Units">The numbers of the units whose students it counts; null among them where stays have none.</param>
public sealed record PartnerBalance(ExchangeBalance Whole, Period Present, IReadOnlySet<long?> Units)
{
    private static readonly AgreementState[] Concluded = [AgreementState.InForce, AgreementState.Renewed, AgreementState.Expired, AgreementState.Terminated];

    /// <summary>That of a partner.</summary>
    public static Task<PartnerBalance> OfAsync(Workspace workspace, Organisation partner, PeriodKind kind, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(partner);
        return ReadAsync(workspace, partner.Id, null, kind, cancel);
    }

    /// <summary>That of the partner of an agreement, or of the agreement alone where its partner is not linked.</summary>
    public static Task<PartnerBalance> OfAsync(Workspace workspace, Agreement agreement, PeriodKind kind, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return ReadAsync(workspace, agreement.Partner, agreement, kind, cancel);
    }

    /// <summary>The balance as somebody may read it.</summary>
    public ExchangeBalance For(Actor actor) => PersonsBehind.AreSeenBy(actor, Units) ? Whole : Whole.Guard();

    /// <summary>The account of one agreement from the year in which it came into force, or in which somebody moved under it first; null where it has none.</summary>
    public ExchangeAccount? Account(long agreement, ExchangeBalance balance, YearStarts starts)
    {
        var first = Whole.Accounts.FirstOrDefault(one => one.Terms?.Number == agreement) is { } whole
            ? whole.Years.TakeWhile(year => year is { In.Persons: 0, Out.Persons: 0 } && !whole.Terms!.IsInForce(year.Period.From(starts), year.Period.To(starts))).Count() : 0;
        return balance.Accounts.FirstOrDefault(one => one.Terms?.Number == agreement) is { } account ? account with { Years = [.. account.Years.Skip(first)] } : null;
    }

    private static async Task<PartnerBalance> ReadAsync(Workspace workspace, Id<Organisation>? partner, Agreement? agreement, PeriodKind kind, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var parents = (await context.Set<OrgUnit>().Where(unit => !unit.IsWithdrawn).Select(unit => new { unit.Id, unit.Parent }).ToListAsync(cancel))
            .ToDictionary(unit => unit.Id.Value, unit => unit.Parent?.Value);
        var agreements = partner is null ? [] : await context.Set<Agreement>().Where(one => one.Partner == partner && !one.IsWithdrawn && Concluded.Contains(one.State)).OrderBy(one => one.Id).ToListAsync(cancel);
        if (agreement is not null && agreements.TrueForAll(one => one.Id != agreement.Id)) agreements.Add(agreement);
        var (stays, units) = await StaysAsync(context, partner, [.. agreements.Select(one => (Id<Agreement>?)one.Id)], cancel);
        var terms = agreements.ConvertAll(one => ExchangeTerms.Of(one, parents));
        var (starts, today) = (workspace.University.Years, workspace.Today);
        var told = terms.Where(one => one.IsForStudents || stays.Exists(stay => stay.Named == one.Number) || one.Number == agreement?.Number).ToList();
        var years = ExchangeBalance.Years(stays, told.Where(one => one.IsForStudents && one.From <= today).Select(one => one.From).Min(), today, kind, starts);
        return new(ExchangeBalance.Of(told, stays, years, starts), Period.Of(today, kind, starts), units);
    }

    private static async Task<(List<ExchangeStay> Stays, HashSet<long?> Units)> StaysAsync(RecordsContext context, Id<Organisation>? partner, Id<Agreement>?[] agreements, CancellationToken cancel)
    {
        var all = context.Set<MobilityPeriod>().Where(stay => !stay.IsWithdrawn && stay.Kind == MobilityKind.Student);
        var read = new Dictionary<Id<MobilityPeriod>, ExchangeStay>();
        // three statements, each of which finds its stays by an index
        List<IQueryable<MobilityPeriod>> parts = [all.Where(stay => agreements.Contains(stay.Agreement))];
        if (partner is not null)
        {
            parts.Add(all.Where(stay => stay.Direction == MobilityDirection.In && stay.Home == partner));
            parts.Add(all.Where(stay => stay.Direction == MobilityDirection.Out && stay.Host == partner));
        }

        foreach (var part in parts)
        {
            var rows = await part.Select(stay => new { stay.Id, stay.Agreement, stay.Direction, stay.StartedOn, stay.EndedOn, stay.DurationBand, stay.PersonKey, stay.Reference, stay.Unit, stay.Programme }).ToListAsync(cancel);
            foreach (var stay in rows)
                read[stay.Id] = new(stay.Agreement?.Value, stay.Direction, stay.StartedOn, StudentSemesters.Of(stay.StartedOn, stay.EndedOn, stay.DurationBand), stay.PersonKey ?? stay.Reference, stay.Unit?.Value, stay.Programme);
        }

        return ([.. read.Values], [.. read.Values.Select(stay => stay.Unit)]);
    }
}
