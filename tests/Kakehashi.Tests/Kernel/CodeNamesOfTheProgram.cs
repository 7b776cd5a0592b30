using Kakehashi.Kernel;

namespace Kakehashi.Tests.Kernel;

public sealed class CodeNamesOfTheProgram
{
    [Theory]
    [InlineData("InForce", "in_force")]
    [InlineData("Title", "title")]
    [InlineData("RORId", "ror_id")]
    [InlineData("Months3To6", "months_3_to_6")]
    public void Are_written_in_snake_case(string name, string code) => Assert.Equal(code, CodeNames.Of(name));
}
