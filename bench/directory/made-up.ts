import type { ListedOrganization } from '#libs/organizations';
import type { ConceptKind, Vocabulary } from '#libs/taxonomy';
import type { DescribedProfile } from '../../libs/directory/src/app/describe-entry.js';
import { Picker, seeded } from '../setting/seeded.js';

const SEED = 2027;

/** Pieces of names and common words of a language, and where it is spoken. */
interface Tongue {
  readonly language: string;
  readonly country: string;
  readonly pieces: readonly string[];
  /** Between the pieces of a name. */
  readonly gap: string;
  /** Latin pieces, for the name others read. */
  readonly latin: readonly string[];
  /** Ends of names, far more common than the pieces. */
  readonly trades: readonly string[];
  readonly words: readonly string[];
}

const TONGUES: readonly Tongue[] = [
  { language: 'ko', country: 'KR', gap: '', pieces: ['누리', '달빛', '한려', '물결', '솔바람', '가람', '온새미', '해오름', '다온', '바다', '미르', '나래', '하늘', '소담', '여울'], latin: ['Nuri', 'Dalbit', 'Hallyeo', 'Mulgyeol', 'Solbaram', 'Garam', 'Onsaemi', 'Haeoreum'], trades: ['여행사', '관광', '투어', '호텔', '리조트', '컨벤션'], words: ['해외', '손님', '단체', '예약', '현지', '안내', '상품', '가족', '전문', '계절', '협력', '도시'] },
  { language: 'ja', country: 'JP', gap: '', pieces: ['玄海', '関門', '霧島', '桜影', '渚', '千歳', '瀬戸', '白波', '山吹', '若葉', '青嵐', '月夜'], latin: ['Genkai', 'Kanmon', 'Kirishima', 'Sakurakage', 'Nagisa', 'Chitose', 'Seto'], trades: ['観光', '旅行社', 'ツアー', '旅館', 'ホテル'], words: ['海外', '団体', '予約', '案内', '地域', '家族', '季節', '協力', '都市', '宿泊', '体験'] },
  { language: 'zh-Hans', country: 'CN', gap: '', pieces: ['海棠', '云栈', '青山', '蜀雀', '羊城', '闲云', '锦绣', '纸鸢', '帆鹭', '莫竹', '少室', '江南'], latin: ['Haitang', 'Yunzhan', 'Qingshan', 'Shuque', 'Yangcheng', 'Xianyun', 'Jinxiu'], trades: ['旅行社', '国际旅游', '酒店', '会展', '客栈'], words: ['海外', '团队', '预订', '接待', '地区', '家庭', '季节', '合作', '城市', '住宿', '体验'] },
  { language: 'zh-Hant', country: 'TW', gap: '', pieces: ['港晴', '府城', '中城', '海灣', '玉山', '稻香', '鹿港', '日月', '雲林', '花東'], latin: ['Kangching', 'Fucheng', 'Chungcheng', 'Haiwan', 'Yushan', 'Daoxiang'], trades: ['旅行社', '旅遊', '飯店', '會展'], words: ['海外', '團體', '預訂', '接待', '地區', '家庭', '季節', '合作', '城市'] },
  { language: 'vi', country: 'VN', gap: ' ', pieces: ['Sương Mai', 'Cát Trắng', 'Sông Cầu', 'Bến Mây', 'Cánh Buồm', 'Lúa Vàng', 'Đồi Cát', 'Chuông Mây', 'Hoa Sen', 'Biển Xanh'], latin: ['Suong Mai', 'Cat Trang', 'Song Cau', 'Ben May', 'Canh Buom', 'Lua Vang'], trades: ['Lữ hành', 'Du lịch', 'Khách sạn', 'Khu nghỉ dưỡng'], words: ['khách', 'đoàn', 'đặt chỗ', 'hướng dẫn', 'gia đình', 'hợp tác', 'thành phố', 'trải nghiệm'] },
  { language: 'id', country: 'ID', gap: ' ', pieces: ['Lembeh', 'Karang', 'Lentera', 'Senja', 'Rangkiang', 'Kunang', 'Bahtera', 'Griya', 'Sekar', 'Huta'], latin: ['Lembeh', 'Karang', 'Lentera', 'Senja', 'Rangkiang', 'Kunang'], trades: ['Wisata', 'Tour', 'Perjalanan', 'Hotel'], words: ['tamu', 'rombongan', 'pemesanan', 'pemandu', 'keluarga', 'kerja sama', 'kota', 'pengalaman'] },
  { language: 'ms', country: 'MY', gap: ' ', pieces: ['Kinta', 'Rimba', 'Embun', 'Jejak', 'Murni', 'Tanjung', 'Bayu', 'Lorong', 'Pala', 'Riang'], latin: ['Kinta', 'Rimba', 'Embun', 'Jejak', 'Murni', 'Tanjung'], trades: ['Pelancongan', 'Holidays', 'Resort', 'Tours'], words: ['tetamu', 'kumpulan', 'tempahan', 'pemandu', 'keluarga', 'kerjasama', 'bandar', 'pengalaman'] },
  { language: 'th', country: 'TH', gap: '', pieces: ['ทรายทอง', 'สายน้ำ', 'จันทร์เพ็ญ', 'ดอกบัว', 'ภูเขา', 'ทะเลใส', 'รุ่งอรุณ', 'ไม้หอม'], latin: ['Saithong', 'Sainam', 'Chanphen', 'Dokbua', 'Phukhao'], trades: ['ทัวร์', 'ท่องเที่ยว', 'โรงแรม', 'รีสอร์ท'], words: ['ลูกค้า', 'กลุ่ม', 'จอง', 'ไกด์', 'ครอบครัว', 'ร่วมมือ', 'เมือง'] },
  { language: 'ru', country: 'RU', gap: ' ', pieces: ['Кедр', 'Залив', 'Маяк', 'Сопка', 'Тайга', 'Рассвет', 'Амур', 'Чайка', 'Берег'], latin: ['Kedr', 'Zaliv', 'Mayak', 'Sopka', 'Taiga', 'Rassvet'], trades: ['Тур', 'Маршрут', 'Отель', 'Путешествия'], words: ['гости', 'группа', 'бронирование', 'гид', 'семья', 'сотрудничество', 'город'] },
  { language: 'en', country: 'PH', gap: ' ', pieces: ['Bayani', 'Mabuhay', 'Harbour', 'Lantern', 'Limestone', 'Palpa', 'Himal', 'Gazelle', 'Coral', 'Bamboo'], latin: ['Bayani', 'Mabuhay', 'Harbour', 'Lantern', 'Limestone', 'Palpa'], trades: ['Travel', 'Tours', 'Holidays', 'Hotel', 'Resort'], words: ['guests', 'groups', 'booking', 'guides', 'family', 'partners', 'city', 'season', 'experience'] },
]; // prettier-ignore

export interface MadeUp {
  readonly organization: ListedOrganization;
  readonly profile: DescribedProfile;
}

/** Organizations with profiles in ten languages, the same on every run. Their cities are real. */
export function* makeUp(
  count: number,
  cities: readonly { id: string; name: string; country: string; lat: number; lon: number }[],
  vocabulary: Vocabulary,
): Generator<MadeUp> {
  const pick = new Picker(seeded(SEED));
  const codes = (kind: ConceptKind): readonly string[] => vocabulary.conceptIds(kind);
  const began = Date.UTC(2024, 0, 1);
  for (let n = 0; n < count; n += 1) {
    const tongue = pick.one(TONGUES);
    const own = cities.filter(({ country }) => country === tongue.country);
    const city = pick.one(own.length > 0 ? own : cities);
    const id = `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
    const themes = pick.some(codes('theme'), 1, 4);
    const sectors = pick.some(codes('sector'), 1, 2);
    const sentence = (): string => {
      const labels = pick.some(themes, 1, 3).map((code) => vocabulary.label(code, tongue.language));
      return [...labels, ...pick.some(tongue.words, 3, 6)].join(tongue.gap === '' ? '' : ' ');
    };
    const createdAt = new Date(began + n * 60_000);
    const languages = [tongue.language, ...(n % 3 === 0 ? ['en'] : [])];
    const nameLocal = [pick.one(tongue.pieces), pick.one(tongue.pieces), pick.one(tongue.trades)].join(
      tongue.gap,
    );
    yield {
      organization: {
        id,
        slug: `made-up-${n}`,
        name: `${pick.one(tongue.latin)} ${pick.one(tongue.latin)} ${n % 997}`,
        nameLocal,
        kind: n % 10 === 0 ? 'consultancy' : n % 25 === 1 ? 'partner' : 'sme',
        country: tongue.country,
        city: city.name,
        cityId: city.id,
        state: 'active',
        tpoMembership: n % 40 === 0 ? 'industry_member' : 'none',
        fictional: true,
        demo: true,
        languages,
        lat: city.lat,
        lon: city.lon,
        aliases: [nameLocal],
        createdAt,
      },
      profile: {
        language: tongue.language,
        summary: `${sentence()}. ${sentence()}. ${sentence()}.`,
        offerText: `${sentence()}.`,
        seekText: `${sentence()}.`,
        sectors,
        themes,
        offers: pick.some(codes('collaboration'), 1, 3),
        seeks: pick.some(codes('collaboration'), 1, 3),
        markets: pick.some(codes('market'), 1, 4),
        certifications: pick.some(codes('certification'), 0, 2),
        consultingAreas: [],
        languages,
        offerWritings: [],
        seekWritings: [],
        translatedWritings: [],
        translations: {},
      },
    };
  }
}
