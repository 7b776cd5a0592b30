using System.Globalization;
using System.Xml;
using Kakehashi.Kernel;
using Kakehashi.Records.Codes;

namespace Kakehashi.ExportControl.Lists;

/// <summary>
/// Reads the consolidated list of the United Nations Security Council: XML, read forward without a document type
/// declaration or anything outside it. The file states the day it was made, from which it is taken to be in force.
/// </summary>
public sealed class UnList
{
    private static readonly Text Known = Text.Same("INDIVIDUALS/INDIVIDUAL, ENTITIES/ENTITY");

    private readonly ListRefusals refusals;
    private readonly XmlReader reader;
    private readonly UnEntries entities;

    private UnList(ListRefusals refusals, XmlReader reader, CountryNames countries) =>
        (this.refusals, this.reader, entities) = (refusals, reader, new(refusals, countries));

    /// <summary>Reads a file; refuses it whole where one entry is not understood.</summary>
    public static Result<ListVersion> Read(ListFile file, CodeList countries) => ListFile.Reading(() =>
    {
        var refusals = file.Refusals();
        using var reader = XmlReader.Create(file.Opened(), new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = ListFile.MostBytes,
        });
        var entries = new ListEntries(refusals);
        var madeOn = new UnList(refusals, reader, new(countries)).ReadInto(entries);
        return entries.Version(ConcernList.UnSecurityCouncil, new(madeOn, madeOn), ListFile.Sha256(file));
    });

    /// <summary>The day the file was made.</summary>
    private DateOnly ReadInto(ListEntries entries)
    {
        try
        {
            reader.MoveToContent();
            var madeOn = MadeOn();
            var group = "";
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (reader.Depth == 1) group = reader.LocalName;
                else entries.Add(Entity(group, out var place), place);
            }

            return madeOn;
        }
        catch (XmlException fault)
        {
            throw refusals.Xml(ListPlace.Line(fault.LineNumber));
        }
    }

    private EntityDraft Entity(string group, out ListPlace place)
    {
        var at = place = ListPlace.Line(((IXmlLineInfo)reader).LineNumber);
        var path = group + "/" + reader.LocalName;
        var kind = path switch
        {
            "INDIVIDUALS/INDIVIDUAL" => ListedKind.Person,
            "ENTITIES/ENTITY" => ListedKind.Organisation,
            _ => throw refusals.Unknown(at, ("XML の要素", "XML element"), path, Known),
        };
        return entities.Draft(XmlItem.Read(reader, refusals), kind, at);
    }

    private DateOnly MadeOn()
    {
        var place = ListPlace.Line(((IXmlLineInfo)reader).LineNumber);
        if (reader.LocalName != "CONSOLIDATED_LIST") throw refusals.Unknown(place, ("XML の要素", "XML element"), reader.LocalName, Text.Same("CONSOLIDATED_LIST"));
        return DateTimeOffset.TryParse(reader.GetAttribute("dateGenerated"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var made)
            ? DateOnly.FromDateTime(made.UtcDateTime)
            : throw refusals.Missing(place, ("作成日（dateGenerated）", "the day it was made (dateGenerated)"));
    }
}
