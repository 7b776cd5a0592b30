using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Export;

/// <summary>What the records of one block link to: how each is referred to, and what it is called.</summary>
internal sealed class LinkedRecords
{
    private readonly Dictionary<long, (string Key, Bilingual Caption)> known = [];

    /// <summary>One query for each type that is linked to.</summary>
    public static async Task<LinkedRecords> OfAsync(RecordsContext context, RecordTypes types, IReadOnlyList<LinkField> links, IReadOnlyList<Record> records, Actor actor, CancellationToken cancel)
    {
        var linked = new LinkedRecords();
        foreach (var group in links.GroupBy(link => link.Target))
        {
            var type = types[group.Key];
            var numbers = records.SelectMany(record => group.Select(link => link.Read(record))).OfType<long>().Distinct().ToArray();
            foreach (var record in await context.LoadAsync(type, numbers, cancel))
                if (actor.Sees(type, record)) linked.known[record.Number] = (KeyOf(type, record), type.Caption(record));
        }

        return linked;
    }

    /// <summary>What the importer finds the record by: its key, else its number as <c>#123</c>.</summary>
    public string Key(long number) => known.TryGetValue(number, out var record) ? record.Key : ByNumber(number);

    public string? Caption(long number, Language language) => known.TryGetValue(number, out var record) ? record.Caption.In(language) : null;

    /// <summary>A key that a cell would not carry as it is gives way to the number; a withdrawn record has no keys.</summary>
    private static string KeyOf(RecordType type, Record record)
    {
        var key = record.IsWithdrawn ? null : type.Keys(record).FirstOrDefault(key => key.Length > 0);
        return key is null || key[0] == '#' || key != string.Join(' ', key.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) ? ByNumber(record.Number) : key;
    }

    private static string ByNumber(long number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{number}");
}
