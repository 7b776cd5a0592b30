using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Lists;

/// <summary>What METI says of its Foreign End User List.</summary>
public static class ForeignEndUsers
{
    /// <summary>Being on it forbids nothing by itself; said wherever somebody is shown who is on it.</summary>
    public static Text NoEmbargo { get; } = (
        "外国ユーザーリストは禁輸のリストではなく、掲載だけで取引できなくなるものではありません。掲載先の懸念区分と、提供する技術・貨物の用途・需要者とを照らし合わせて判断します。",
        "The Foreign End User List is no embargo: being on it does not forbid a deal. What counts is the type of concern, held against the goods or technology of the deal, their use and who uses them.");
}
