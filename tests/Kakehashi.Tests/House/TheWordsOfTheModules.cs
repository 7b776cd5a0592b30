using Kakehashi.ExportControl.Lists;
using Kakehashi.StoreWriter;

namespace Kakehashi.Tests.House;

public sealed class TheWordsOfTheModules
{
    [Fact]
    public void Are_in_the_glossary() => Assert.Empty(Names().Except(Glossary.CodeNames).Order(StringComparer.Ordinal));

    /// <summary>Record types, and the enums that their fields are chosen from.</summary>
    private static IEnumerable<string> Names() =>
        Product.Types.All.Select(type => type.Entity.Name)
            .Concat(Product.Types.All.Select(type => type.Entity.Assembly).Append(typeof(ConcernList).Assembly).Distinct().SelectMany(module => module.GetTypes()).Where(type => type.IsEnum).Select(type => type.Name));
}
