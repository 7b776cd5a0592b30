using Kakehashi.Records;
using Kakehashi.Records.Codes;

namespace Kakehashi.Partnerships.Partners;

public sealed class OrganisationRecord : IRecordType<Organisation>
{
    internal const int NameLength = 500;

    public static void Define(Definition<Organisation> record)
    {
        record.Named(("機関", "Organisation"), ("機関", "Organisations"), "organisations");
        record.Identity(one => one.Identifiers.Select(identifier => identifier.Key).OfType<string>());
        record.Caption(one => one.Name);

        record.Bilingual(one => one.Name, ("名称", "Name"), 400).Required().Listed().Searched();
        record.Choice(one => one.Kind, ("種別", "Kind"), OrganisationWords.Of).Required().Listed();
        record.Choice(one => one.Status, ("活動状況", "Status"), OrganisationWords.Of).Required().Listed();
        record.Code(one => one.Country, ("国・地域", "Country or region"), CodeLists.Countries).Listed();
        record.Line(one => one.City, ("都市", "City"), 120).Listed().Searched();
        record.Place(one => one.Location, ("所在地(緯度・経度)", "Location (latitude, longitude)"));
        record.Line(one => one.Website, ("ウェブサイト", "Website"), 500);
        record.Number(one => one.FoundedIn, ("設立年", "Founded in"), 500, 2200);
        record.Parts(one => one.Names, ("名称の一覧", "Names"), name =>
        {
            name.Line(n => n.Value, ("名称", "Name"), NameLength).Required().Searched();
            name.Code(n => n.Language, ("言語", "Language"), CodeLists.LanguagesOfTheWorld);
            name.Choice(n => n.Kind, ("使い方", "Use"), OrganisationWords.Of);
        }).Searched();
        record.Parts(one => one.Identifiers, ("識別子", "Identifiers"), identifier =>
        {
            identifier.Choice(i => i.Scheme, ("体系", "Scheme"), OrganisationWords.Of).Required();
            identifier.Line(i => i.Value, ("識別子", "Identifier"), 200).Required().Searched();
        }).Searched().Help((
            "ROR、Erasmusコードなど。取込ではこの識別子で照合します。",
            "ROR, Erasmus code and others; imports match on them."));
        record.Parts(one => one.Relations, ("関係機関", "Relations"), relation =>
        {
            relation.Choice(r => r.Kind, ("関係", "Relation"), OrganisationWords.Of).Required();
            relation.Line(r => r.Other, ("相手の識別子", "The other's identifier"), 200).Required();
            relation.Line(r => r.Name, ("相手の名称", "The other's name"), 500);
        });

        record.Check("organisation.ror-id", one => one.Identifiers, one => one.Identifiers.TrueForAll(identifier => identifier.IsWellFormed), (
            "ROR IDが正しくありません。ROR IDは「0」と英数字6文字、検査用の数字2文字です（例：https://ror.org/01dq60k83）。ror.orgで機関のページを開き、そのアドレスを写してください。",
            "The ROR ID is not a valid one. It is 0, six letters or digits and two check digits, e.g. https://ror.org/01dq60k83. Copy it from the organisation’s page on ror.org."));
    }
}
