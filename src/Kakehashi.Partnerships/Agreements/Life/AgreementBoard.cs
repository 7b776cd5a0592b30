using Kakehashi.Kernel;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Agreements.Life;

/// <summary>Where on the board an agreement stands.</summary>
public enum BoardColumn
{
    Draft,
    UnderReview,
    Approved,
    Concluded,

    /// <summary>In force, and being reviewed before its end.</summary>
    Renewal,
}

/// <summary>An agreement on the board.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="WaitsFor">Whose look it waits for.</param>
/// <param name="Since">Since when it has been where it is; null where nobody knows.</param>
/// <param name="IsMine">Whether it waits for whoever asks.</param>
public sealed record BoardCard(Agreement Agreement, IReadOnlyList<ApprovalStep> WaitsFor, DateOnly? Since, bool IsMine);

/// <summary>A column of the board.</summary>
/// <param name="Column">Which.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Cards">As many of them as a page shows, those that have waited longest first.</param>
public sealed record BoardLane(BoardColumn Column, int Count, IReadOnlyList<BoardCard> Cards);

/// <summary>Reads who waits for whom: in statements that do not grow with the agreements in force.</summary>
public sealed class AgreementBoard(Workspace workspace, Actor actor)
{
    /// <summary>As many cards as a column shows.</summary>
    public const int Most = 30;

    /// <summary>More proposals under review at once than any university has.</summary>
    private const int MostUnderReview = 2_000;

    private static readonly (BoardColumn Column, AgreementState State)[] Proposed =
        [(BoardColumn.Draft, AgreementState.Draft), (BoardColumn.UnderReview, AgreementState.UnderReview), (BoardColumn.Approved, AgreementState.Approved), (BoardColumn.Concluded, AgreementState.Concluded)];

    /// <summary>The whole board.</summary>
    public async Task<IReadOnlyList<BoardLane>> ReadAsync(CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var reviewers = await Looking.ReviewersAsync(context, cancel);
        var lanes = new List<BoardLane>();
        foreach (var (column, state) in Proposed)
        {
            var all = Seen(context).Where(one => one.State == state);
            lanes.Add(await LaneAsync(context, column, all, reviewers, cancel));
        }

        var opened = context.Set<AgreementProcedure>().Where(one => one.ReviewOpenedOn != null && !one.IsWithdrawn).Select(one => one.Agreement);
        lanes.Add(await LaneAsync(context, BoardColumn.Renewal, Seen(context).Where(one => one.State == AgreementState.InForce && opened.Contains(one.Id)), reviewers, cancel));
        return lanes;
    }

    /// <summary>How many proposals wait for a look of whoever asks.</summary>
    public async Task<int> MineAsync(CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var all = await Seen(context).Where(one => one.State == AgreementState.UnderReview).Take(MostUnderReview).ToListAsync(cancel);
        if (all.Count == 0) return 0;
        var reviewers = await Looking.ReviewersAsync(context, cancel);
        return (await CardsAsync(context, all, reviewers, cancel)).Count(card => card.IsMine);
    }

    private IQueryable<Agreement> Seen(RecordsContext context) => context.Set<Agreement>().SeenBy(workspace.Types[typeof(Agreement)], actor).Where(one => !one.IsWithdrawn);

    private async Task<BoardLane> LaneAsync(RecordsContext context, BoardColumn column, IQueryable<Agreement> all, IReadOnlyList<AgreementReviewer> reviewers, CancellationToken cancel)
    {
        var count = await all.CountAsync(cancel);
        if (count == 0) return new(column, 0, []);
        var shown = await (column == BoardColumn.Renewal ? all.OrderBy(one => one.ExpiresOn).ThenBy(one => one.Id) : all.OrderBy(one => one.Id)).Take(Most).ToListAsync(cancel);
        var cards = await CardsAsync(context, shown, reviewers, cancel);
        return new(column, count, [.. cards.OrderByDescending(card => card.IsMine).ThenBy(card => column == BoardColumn.Renewal ? card.Agreement.ExpiresOn : card.Since ?? DateOnly.MaxValue)]);
    }

    private async Task<IReadOnlyList<BoardCard>> CardsAsync(RecordsContext context, List<Agreement> agreements, IReadOnlyList<AgreementReviewer> reviewers, CancellationToken cancel)
    {
        var references = agreements.ConvertAll(one => one.Id.ToString());
        var procedures = await context.Set<AgreementProcedure>().Where(one => references.Contains(one.Reference) && !one.IsWithdrawn).ToDictionaryAsync(one => one.Reference, cancel);
        return agreements.ConvertAll(one => Of(one, procedures.GetValueOrDefault(one.Id.ToString()), reviewers));
    }

    private BoardCard Of(Agreement agreement, AgreementProcedure? procedure, IReadOnlyList<AgreementReviewer> reviewers)
    {
        var waiting = agreement.State == AgreementState.UnderReview && procedure is not null ? procedure.Awaited : [];
        if (waiting.Count == 0) return new(agreement, [], procedure?.Steps.LastOrDefault(step => step.From != step.To || step.Step == AgreementStep.OpenReview)?.Day, false);
        var type = workspace.Types[typeof(Agreement)];
        var isMine = !procedure!.IsOf(actor.Name) && waiting.Any(one => Looking.Ask(one.Step, type, agreement, reviewers, actor, workspace.Today).May);
        return new(agreement, [.. waiting.Select(one => one.Step)], waiting.Min(one => one.OpenedOn), isMine);
    }
}
