using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Kakehashi.Partnerships.Agreements.Ewp;

/// <summary>
/// The hash of an agreement that a partner approves: SHA-256 of the text that the specification's stylesheet
/// (erasmus-without-paper/ewp-specs-api-iias, resources/xsltKit/transform_version_7.xsl) makes of its terms. Other than in version 6 the text begins with the
/// identifiers of both partners, has no contacts, ends each term with its first and last academic year, leaves out what is not yet
/// defined, and has the field of study as version 6 had it where the file says so.
/// </summary>
public static class IiaHash
{
    private static readonly string[] Years = ["receiving-first-academic-year-id", "receiving-last-academic-year-id"];

    /// <summary>The hash of an agreement, in small hexadecimal digits.</summary>
    /// <param name="iia">The element of the agreement.</param>
    public static string Of(XElement iia) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TextOf(iia))));

    /// <summary>False where the specification says that such an agreement cannot be approved: something is not yet defined, or is as in version 6.</summary>
    public static bool IsValidForApproval(XElement iia) => !iia.DescendantsAndSelf().Any(one => IsNotYetDefined(one) || one.Attribute("v6-value") is { Value.Length: > 0 });

    /// <summary>The text that is hashed.</summary>
    public static string TextOf(XElement iia)
    {
        ArgumentNullException.ThrowIfNull(iia);
        var text = new StringBuilder();
        var conditions = Children(iia, "cooperation-conditions").ToList();
        // the stylesheet looks for it in the whole document, which holds one agreement there: in a document of several it is that of each
        if (conditions.Any(one => one.Attributes().Any(attribute => attribute.Name.LocalName == "terminated-as-a-whole" && attribute.Value is "true" or "1"))) text.Append("_@terminated-as-a-whole@_");
        var at = 0;
        foreach (var partner in Children(iia, "partner")) Append(text, $"iia-id_{++at}", Children(partner, "iia-id").FirstOrDefault()?.Value);
        foreach (var term in conditions.SelectMany(one => one.Elements())) AppendTerm(text, term);
        return text.ToString();
    }

    private static void AppendTerm(StringBuilder text, XElement term)
    {
        foreach (var part in Descendants(term))
        {
            if (Years.Contains(part.Name.LocalName)) continue;
            foreach (var attribute in part.Attributes().Where(one => !one.IsNamespaceDeclaration && one.Name != "not-yet-defined" && one.Name != "v6-value"))
                text.Append("_@").Append(Path(part)).Append('.').Append(attribute.Name.LocalName).Append('=').Append(attribute.Value).Append("@_");
            if (!part.HasElements) Append(text, Path(part), part.Name.LocalName == "isced-f-code" && part.Attribute("v6-value") is { Value.Length: > 0 } before ? before.Value : part.Value);
        }

        foreach (var year in Years) Append(text, year, Children(term, year).FirstOrDefault()?.Value);
    }

    /// <summary>All that counts inside of a term: nothing below a contact, and nothing that is not yet defined.</summary>
    private static IEnumerable<XElement> Descendants(XElement element)
    {
        foreach (var part in element.Elements())
        {
            if (IsNotYetDefined(part)) continue;
            yield return part;
            if (part.Name.LocalName is "sending-contact" or "receiving-contact") continue;
            foreach (var inner in Descendants(part)) yield return inner;
        }
    }

    private static bool IsNotYetDefined(XElement element) => element.Attribute("not-yet-defined")?.Value is "true" or "1";

    private static string Path(XElement part) => $"{part.Parent!.Parent!.Name.LocalName}.{part.Parent.Name.LocalName}.{part.Name.LocalName}";

    private static IEnumerable<XElement> Children(XElement element, string name) => element.Elements().Where(one => one.Name.LocalName == name);

    private static void Append(StringBuilder text, string name, string? value) => text.Append('_').Append(name).Append('=').Append(value).Append('_');
}
