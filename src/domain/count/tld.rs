//! Ends of internet addresses, as far as they matter for counting a link without a scheme.

use std::collections::HashSet;
use std::sync::OnceLock;

/// Whether a name without a dot is known as the end of an address. Names in Latin letters may be in either case.
pub(super) fn is_known(name: &str) -> bool {
    static KNOWN: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        [COUNTRIES, GENERIC, NATIVE]
            .iter()
            .flat_map(|list| list.split(' '))
            .collect()
    });
    let name = name.to_lowercase();
    known.contains(name.as_str())
        || name
            .strip_prefix("xn--")
            .is_some_and(|rest| !rest.is_empty())
}

/// The two-letter country codes of the root zone.
const COUNTRIES: &str = "\
    ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw \
    by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et eu fi \
    fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io \
    iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg \
    mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk \
    pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz \
    tc td tf tg th tj tk tl tm tn to tp tr tt tv tw tz ua ug uk um us uy uz va vc ve vg vi vn vu wf ws ye yt za \
    zm zw";

/// Generic ends that small businesses and media use; the root zone has many more.
const GENERIC: &str = "\
    academy agency app art asia bar beauty best bio biz blog boutique business cafe cam camp care cash cat \
    center chat church city cleaning click clinic clothing cloud club coach codes coffee com community company \
    consulting cool dance date deals delivery dental design dev digital direct directory dog earth edu education \
    email energy engineer events expert express family fans farm fashion film finance fish fit fitness flowers \
    football fun fund furniture fyi gallery games garden gifts global gmbh gold golf gov graphics green group \
    guide guru health help holiday hospital host house icu immo info ink institute int international jobs kim \
    kitchen land law legal life lighting link live llc loan lol love ltd market marketing media menu mobi moda \
    moe moscow museum name net network news ninja one online org page parts party pet photo photography photos \
    pics pictures pink pizza plus press pro productions promo pub recipes red rent repair report rest restaurant \
    review reviews rocks run sale salon school science services sex shoes shop show site ski social software \
    solar space store stream studio style supply support surf systems tatar tattoo taxi team tech tel theater \
    tips today tools top tours town toys trade training travel tube university uno vet video villas vip vision \
    vodka voyage watch website wedding wiki wine work works world wtf xyz yoga zone";

/// Ends in the scripts of our languages and their neighbours.
const NATIVE: &str = "\
    бг бел дети ею католик ком мкд мон москва онлайн орг рус рф сайт срб укр қаз ελ ευ հայ გე \
    ایران عراق پاکستان السعودية امارات مصر भारत ไทย 한국 中国 中國 台湾 台灣";
