using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>Operation: notes the day of the latest provision or export under a decided review; the evidence is kept from then on.</summary>
public static class RecordProvision
{
    /// <summary>Notes a day.</summary>
    /// <returns>Refusals: those of <see cref="ReviewSteps"/>, <c>review.unknown</c>, <c>review.changed-meanwhile</c>, <c>review.not-allowed</c>, <c>review.provision-day</c>, <c>review.no-licence</c>.</returns>
    /// <exception cref="NotAllowedException">The actor does not control exports.</exception>
    public static Task<Result<ExportReview>> RecordProvisionAsync(this Workspace workspace, long number, int version, DateOnly? day, Actor actor, CancellationToken cancel) =>
        WritingReview.WriteAsync(workspace, number, version, ReviewStep.Provide, actor, async (session, before) =>
        {
            var licences = await ReviewReading.LicencesAsync(workspace, session.Read(), actor, cancel);
            return Decide(before, day, [.. licences[number]], new(actor.Name, workspace.Today));
        }, cancel);

    /// <summary>The review as it is to be. An earlier day than the one that is there is kept in the trace alone.</summary>
    public static Result<ExportReview> Decide(ExportReview before, DateOnly? day, IReadOnlyList<ExportLicence> licences, ReviewSignature signature)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(signature);
        if (before.Outcome == ReviewOutcome.Refused) return ReviewRefusals.NoProvision;
        if (day is not { } provided || provided < before.DecidedOn || provided > signature.On) return ReviewRefusals.ProvisionDay;
        if (before.Outcome == ReviewOutcome.LicenceNeeded && !licences.Any(one => one.Covers(provided))) return ReviewRefusals.NoLicence;
        var after = WritingReview.Traced(before, ReviewStep.Provide, provided.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), signature);
        if (before.ProvidedOn is not { } known || known < provided) after.ProvidedOn = provided;
        return after;
    }
}
