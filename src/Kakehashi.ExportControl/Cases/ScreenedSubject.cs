using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kakehashi.ExportControl.Lists;
using Kakehashi.ExportControl.Screening;
using Kakehashi.Records;

namespace Kakehashi.ExportControl.Cases;

/// <summary>A person or an organisation that a record brings into the database: what is looked for in the lists.</summary>
/// <param name="Name">The name, in any script.</param>
/// <param name="Kind">A person or an organisation.</param>
public sealed record ScreenedSubject(string Name, ListedKind Kind)
{
    /// <summary>Other names of the same.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2; null where it is not known.</summary>
    public string? Country { get; init; }

    /// <summary>Date of birth; null where it is not known.</summary>
    public DateOnly? Born { get; init; }

    /// <summary>The question to the lists.</summary>
    public ScreeningQuery Query => new(Name) { OtherNames = OtherNames, Kind = Kind, Country = Country, Born = Born is { } day ? new(Iso(day), day, day) : null };

    /// <summary>A fingerprint of all that is compared: when it changes, what was cleared is asked again.</summary>
    public string Print => Prints.Of([Name, .. OtherNames, Kind.ToString(), Country ?? "", Born is { } day ? Iso(day) : ""]);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A kind of record that is screened whenever one is entered or changed.</summary>
/// <param name="Record">The entity.</param>
/// <param name="Subjects">Whom a record brings in; none where it names nobody.</param>
public sealed record ScreenedType(Type Record, Func<Record, IReadOnlyList<ScreenedSubject>> Subjects)
{
    public static ScreenedType Of<TRecord>(Func<TRecord, IEnumerable<ScreenedSubject>> subjects)
        where TRecord : Record<TRecord> => new(typeof(TRecord), record => record.IsWithdrawn ? [] : [.. subjects((TRecord)record).Where(one => ScreeningIndex.CanBeCompared(one.Name))]);
}

/// <summary>All kinds of records that are screened, of all modules.</summary>
/// <param name="Types">One of each.</param>
public sealed record Screened(IReadOnlyList<ScreenedType> Types);

/// <summary>Fingerprints of what was compared.</summary>
internal static class Prints
{
    private const int Length = 32;

    public static string Of(IEnumerable<string> values) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', values))))[..Length];

    /// <summary>Of everything that a list says of an entity but its number.</summary>
    public static string Of(ListedEntity entity) => Of([
        entity.Kind.ToString(),
        .. entity.Names.Select(name => $"{name.Text}|{name.Kind}|{name.IsWeak}"),
        .. entity.Countries,
        .. entity.Addresses.Select(address => address.Text),
        $"{(int)entity.Concerns}|{entity.ConventionalWeapons}",
        .. entity.Programmes,
        .. entity.Births.Select(birth => birth.AsGiven),
        .. entity.Remarks.Select(remark => $"{remark.Heading}|{remark.Text}"),
    ]);
}
