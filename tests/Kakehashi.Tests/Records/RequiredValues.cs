using Kakehashi.Records;
using Kakehashi.StoreWriter;

namespace Kakehashi.Tests.Records;

public sealed class RequiredValues
{
    [Fact]
    public void Are_missed_where_a_day_was_never_set()
    {
        var stay = Product.Make(Product.Stays, ("reference", "S-1"));
        Assert.Equal([("started_on", "value.required")], RecordProblems.Of(Product.Stays, stay).Select(problem => (problem.Field!, problem.Code)));
    }

    [Fact]
    public void Are_missed_where_a_text_is_empty() =>
        Assert.Equal(["unit_code", "name"], RecordProblems.Of(Product.Units, Product.Make(Product.Units, ("unit_code", ""))).Select(problem => problem.Field));
}
