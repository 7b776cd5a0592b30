using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.ExportControl.Reviews;

public sealed class ExportLicenceRecord : IRecordType<ExportLicence>
{
    public static void Define(Definition<ExportLicence> record)
    {
        record.Named(("輸出・役務取引許可", "Export licence"), ("輸出・役務取引許可", "Export licences"), "export-licences");
        record.Identity(one => one.Licence);
        record.Caption(one => new(one.Licence, one.Licence));
        record.SeenWith(Right.ControlExports);
        // it has to be there for as long as what was done under it can be asked about
        record.KeptFrom(one => one.ExpiresOn ?? one.IssuedOn);

        record.Line(one => one.Licence, ("許可番号", "Licence number"), 80).Required().Listed().Searched();
        record.Choice(one => one.Kind, ("種類", "Kind"), ReviewWords.Of).Required().Listed();
        record.Line(one => one.Authority, ("許可した機関", "Authority"), 200)
            .Help(("例：経済産業大臣、近畿経済産業局長", "E.g. the Minister, or a regional bureau."));
        record.Day(one => one.IssuedOn, ("許可日", "Issued on")).Required().Listed();
        record.Day(one => one.ExpiresOn, ("有効期限", "Expires on")).Listed();
        record.Note(one => one.Scope, ("許可の範囲", "Scope"))
            .Help(("貨物・技術、相手方、仕向地。", "Goods or technology, counterparty, destination."));
        record.Note(one => one.Conditions, ("許可の条件", "Conditions"));
        record.Flag(one => one.IsFinished, ("使い終えた", "Finished")).Listed()
            .Help(("この許可による提供や輸出を、もう行わない。", "Nothing is provided or exported under it any more."));
        record.Parts(one => one.Uses, ("この許可による審査", "Reviews that rest on it"), use =>
        {
            use.Link(one => one.Review, ("取引審査", "Export review")).Required();
            use.Line(one => one.Note, ("メモ", "Note"), 300);
        });

        record.Check("licence.expires-before-issue", one => one.ExpiresOn, one => one.IssuedOn is not { } issued || one.ExpiresOn is not { } expires || issued <= expires,
            ("有効期限が許可日より前です。どちらかを直してください。", "It expires before it was issued. Correct one of the two days."));
        record.Concern("export_licence.expired", ConcernKind.Inconsistent, (one, today) => !one.IsFinished && one.ExpiresOn < today,
            ("有効期限を過ぎた許可です。更新した許可を登録するか、もう使わないなら「使い終えた」にしてください。", "The licence has expired. Enter the one that renews it, or mark it as finished."));
    }
}
