using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Platform.Store;

/// <summary>How long records are kept that the law has kept: counted from the day that their definition names.</summary>
/// <param name="Years">For how many years.</param>
/// <param name="TimeZone">What days are in.</param>
public sealed record LegalKeeping(int Years, TimeZoneInfo TimeZone)
{
    /// <summary>Where nothing else has been set.</summary>
    public const int UsualYears = 7;

    /// <summary>The last day on which a record must be there; null where the law says nothing of it.</summary>
    public DateOnly? Until(RecordType type, Record record) => type.KeptFrom(record)?.AddYears(Years);

    /// <summary>Why a record cannot be changed in this way: it would not be kept as long. Null where it can.</summary>
    /// <returns>Refusal: <c>record.kept-shorter</c>.</returns>
    public Refusal? RefuseShorter(RecordType type, Record before, Record after, DateTimeOffset now)
    {
        if (Refuse(type, before, now) is null || Until(type, before) is not { } until || Until(type, after) >= until) return null;
        return new("record.kept-shorter", (
            $"{type.One.Ja} #{before.Number} は、{until.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}まで保存が義務づけられています。保存期間を数え始める日を、前の日に変えたり空欄にしたりすることはできません。",
            $"{type.One.En} #{before.Number} has to be kept until {until.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: the day from which that is counted can be neither made earlier nor taken away."));
    }

    /// <summary>Why a record can be neither withdrawn nor erased yet; null where it can.</summary>
    /// <returns>Refusal: <c>record.kept-by-law</c>.</returns>
    public Refusal? Refuse(RecordType type, Record record, DateTimeOffset now)
    {
        if (Until(type, record) is not { } until || DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZone).DateTime) > until) return null;
        return new("record.kept-by-law", (
            $"{type.One.Ja} #{record.Number} は、{until.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}まで保存が義務づけられているため、取り下げも消去もできません。",
            $"{type.One.En} #{record.Number} has to be kept until {until.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: it can be neither withdrawn nor erased before."));
    }
}

/// <summary>A record would be withdrawn or erased, or be kept less long, that the law has kept.</summary>
public sealed class KeptByLawException(Refusal refusal) : Exception(refusal.Message.En)
{
    /// <summary>What a person is told.</summary>
    public Refusal Refusal { get; } = refusal;
}
