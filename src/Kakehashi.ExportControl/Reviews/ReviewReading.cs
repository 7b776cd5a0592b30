using Kakehashi.ExportControl.Reviews.Rules;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>Reads what belongs to reviews.</summary>
public static class ReviewReading
{
    /// <summary>A review; null where there is none that the actor may see.</summary>
    public static async Task<ExportReview?> ReviewAsync(this Workspace workspace, long number, Actor actor, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return await context.FindAsync(workspace.Types[typeof(ExportReview)], number, actor, cancel) as ExportReview;
    }

    /// <summary>The next reference that nobody has, as R2026-001.</summary>
    internal static async Task<string> NextReferenceAsync(Workspace workspace, CancellationToken cancel)
    {
        var year = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"R{workspace.Today.Year}-");
        await using var context = workspace.Database.Read();
        var taken = await context.Set<ExportReview>().Where(one => EF.Functions.Like(one.Reference, year + "%")).Select(one => one.Reference).ToListAsync(cancel);
        var last = taken.Select(one => int.TryParse(one.AsSpan(year.Length), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty(0).Max();
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{year}{last + 1:000}");
    }

    /// <summary>What the rules find now.</summary>
    /// <returns>Refusal: <c>review.data-mistakes</c>.</returns>
    public static async Task<Result<IReadOnlyList<ReviewFinding>>> FindingsAsync(this Workspace workspace, ExportReview review, Actor actor, CancellationToken cancel)
    {
        var data = ControlDataReader.Read(workspace);
        if (!data.IsDone) return data.Refusal;
        await using var context = workspace.Database.Read();
        return ReviewRules.Judge(await CaseAsync(workspace, context, review, data.Value, actor, cancel)).ToList();
    }

    /// <summary>The licences that reviews rest on, by the number of the review.</summary>
    public static async Task<ILookup<long, ExportLicence>> LicencesAsync(this Workspace workspace, Actor actor, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return await LicencesAsync(workspace, context, actor, cancel);
    }

    internal static async Task<ILookup<long, ExportLicence>> LicencesAsync(Workspace workspace, RecordsContext context, Actor actor, CancellationToken cancel)
    {
        var all = await context.Set<ExportLicence>().SeenBy(workspace.Types[typeof(ExportLicence)], actor).Where(one => !one.IsWithdrawn).ToListAsync(cancel);
        return all.SelectMany(licence => licence.Uses.Select(use => use.Review?.Value).OfType<long>().Distinct().Select(review => (Review: review, Licence: licence)))
            .ToLookup(pair => pair.Review, pair => pair.Licence);
    }

    internal static async Task<ReviewCase> CaseAsync(Workspace workspace, RecordsContext context, ExportReview review, ControlData data, Actor actor, CancellationToken cancel)
    {
        var type = workspace.Types[typeof(ItemClassification)];
        var numbers = review.Items.Select(item => item.Classification?.Value).OfType<long>().Distinct().ToArray();
        var found = numbers.Length == 0 ? [] : await context.LoadAsync(type, numbers, cancel);
        return new(review, found.Where(one => !one.IsWithdrawn && actor.Sees(type, one)).Cast<ItemClassification>().ToDictionary(one => one.Number),
            data.DestinationsOn(workspace.Today), data.ProvisionsOn(workspace.Today));
    }
}
