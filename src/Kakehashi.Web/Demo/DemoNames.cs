namespace Kakehashi.Web.Demo;

/// <summary>Names of persons put together from common parts: of nobody in particular.</summary>
internal static class DemoNames
{
    private static readonly string[] Chinese = ["Chen", "Fang", "Guo", "Huang", "Liang", "Luo", "Peng", "Shen", "Tang", "Xie", "Yuan", "Zheng"];
    private static readonly string[] ChineseGiven = ["Boyuan", "Haoran", "Jingyi", "Kexin", "Lanfen", "Mingze", "Ruoxi", "Siyuan", "Wanting", "Xinyue", "Yifan", "Zihan"];
    private static readonly string[] Korean = ["Bae", "Choi", "Han", "Hwang", "Jeong", "Kang", "Lim", "Oh", "Seo", "Yoon"];
    private static readonly string[] KoreanGiven = ["Ara", "Doyun", "Eunji", "Hajun", "Jiwoo", "Minseo", "Seoyeon", "Siwoo", "Taeyang", "Yerin"];
    private static readonly string[] Indian = ["Banerjee", "Chatterjee", "Deshpande", "Iyer", "Kulkarni", "Menon", "Nair", "Patil", "Rao", "Saxena"];
    private static readonly string[] IndianGiven = ["Aditi", "Arjun", "Divya", "Ishaan", "Kavya", "Lakshmi", "Nikhil", "Priya", "Rohan", "Vikram"];
    private static readonly string[] Others = ["Alvarez", "Bergstrom", "Castellan", "Dubrovin", "Eriksen", "Fontaine", "Grabowski", "Hollander", "Ivarsson", "Janssen", "Kowalczyk", "Lindqvist", "Moreau", "Novak", "Oliveira", "Petrescu", "Rossetti", "Schreiber", "Thorsen", "Weiss"];
    private static readonly string[] OthersGiven = ["Adriana", "Benedikt", "Clara", "Dominik", "Elena", "Filip", "Greta", "Henrik", "Ines", "Jonas", "Katarina", "Lorenzo", "Marta", "Nils", "Paula", "Rafael", "Sofia", "Tomas", "Vera", "Wanda"];

    /// <summary>The name and the date of birth that belong to a person's number, the same in all stays.</summary>
    public static (string Name, DateOnly Born) Of(string person, string nationality)
    {
        var chance = Chance.For($"name {person}", 0);
        var (families, given) = nationality switch
        {
            "CN" or "TW" or "HK" or "SG" => (Chinese, ChineseGiven),
            "KR" => (Korean, KoreanGiven),
            "IN" or "BD" or "LK" or "NP" => (Indian, IndianGiven),
            _ => (Others, OthersGiven),
        };
        return ($"{chance.Of(families).ToUpperInvariant()} {chance.Of(given)}", new DateOnly(chance.Between(1958, 1997), chance.Between(1, 12), chance.Between(1, 28)));
    }
}
