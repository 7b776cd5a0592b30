using Kakehashi.Kernel;
using Kakehashi.Platform.Lists.Pages;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Forms;

/// <summary>Fills a form in from a record that was found elsewhere: inputs that are empty, and rows that are not there yet. What was typed stays.</summary>
internal static class Filling
{
    public static void Fill(this Entry entry, RecordType type, Record found, CodeLists codes)
    {
        foreach (var field in type.Fields.Where(field => field.WrittenBy == WrittenBy.Form))
        {
            var value = new Entry();
            value.Put(field, field.Read(found), codes, LinkCaptions.None);
            if (field is PartsField parts) entry.AddRows(parts, value);
            else entry.FillEmpty(field, value);
        }
    }

    private static void FillEmpty(this Entry entry, Field field, Entry value)
    {
        // each language by itself; a code together with its words
        foreach (var name in field is BilingualField ? Languages.All.Select(side => $"{field.Code}.{side.Code()}") : [field.Code])
        {
            if (entry[name].Trim().Length > 0 || entry[name + ".text"].Trim().Length > 0) continue;
            entry[name] = value[name];
            entry[name + ".text"] = value[name + ".text"];
        }
    }

    private static void AddRows(this Entry entry, PartsField field, Entry value)
    {
        var there = entry.Parts(field.Code).Select(place => Said(field, entry, place)).ToHashSet(StringComparer.Ordinal);
        foreach (var place in value.Parts(field.Code))
        {
            if (!there.Add(Said(field, value, place))) continue;
            var into = entry.AddPart(field.Code);
            foreach (var sub in field.Part.Fields)
                foreach (var name in new[] { sub.Code, sub.Code + ".text" }) entry[$"{field.Code}.{into}.{name}"] = value[$"{field.Code}.{place}.{name}"];
        }
    }

    /// <summary>What a row says: what it cannot do without.</summary>
    private static string Said(PartsField field, Entry entry, int place) =>
        string.Join('\n', field.Part.Fields.Where(sub => sub.IsRequired).Select(sub => entry[$"{field.Code}.{place}.{sub.Code}"].Trim()));
}
