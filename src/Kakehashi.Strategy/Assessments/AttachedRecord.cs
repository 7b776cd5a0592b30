using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Values;
using Kakehashi.Strategy.Plans;

namespace Kakehashi.Strategy.Assessments;

/// <summary>Evidence by the address of a record or of a page of the web.</summary>
public static class AttachedRecord
{
    private const int LongestAddress = 500;

    private const int LongestTitle = 400;

    /// <summary>The name of a person is not kept here, where an erasure would not find it.</summary>
    private static readonly Actor Anybody = new("anybody") { Reach = new Dictionary<Right, IReadOnlySet<long>?> { [Right.See] = null } };

    /// <summary>What an address leads to, with its name as it is now; as far as whoever attaches it sees it.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="address">As <c>agreements/12</c>, the whole address of the record's page, or any other address.</param>
    /// <param name="title">What it is called; needed only where the address is no record.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Refusals: <c>assessment.no-such-evidence</c>.</returns>
    public static async Task<Result<AssessmentEvidence>> ReadAsync(Workspace workspace, string address, Bilingual title, Actor actor, CancellationToken cancel)
    {
        var source = StorableText.Line(address);
        if (EvidenceSource.RecordOf(source) is var (route, number) && workspace.Types.AtRoute(route) is { } type)
        {
            await using var context = workspace.Database.Read();
            if (await context.FindAsync(type, number, actor, cancel) is not { } record) return AssessmentRefusals.NoSuchRecord;
            var caption = type.Caption(record.ShownTo(type, Anybody));
            return Of(EvidenceKind.Record, $"{route}/{number}", new($"{type.One.Ja}：{caption.In(Language.Ja)}", $"{type.One.En}: {caption.In(Language.En)}"), workspace.Today);
        }

        if (source.Length > LongestAddress || !EvidenceSource.IsWebAddress(source)) return AssessmentRefusals.NoSuchRecord;
        return Of(EvidenceKind.WebAddress, source, title.IsEmpty ? new(source, source) : title, workspace.Today);
    }

    private static AssessmentEvidence Of(EvidenceKind kind, string source, Bilingual title, DateOnly today) => new()
    {
        Kind = kind,
        Source = source,
        Title = new(Short(title.Ja), Short(title.En)),
        AttachedOn = today,
    };

    private static string? Short(string? text) => text is null ? null : StorableText.Start(StorableText.Line(text), LongestTitle).ToString();
}
