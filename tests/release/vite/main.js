import 'tom-tat';
import 'tom-tat/themes/blue.css';

document.getElementById('card').article = {
  title: 'Bài trong Vite',
  body: 'Sáng 29/4/2022, ông Hà Văn Bảy, Giám đốc Sở Y tế dự hội nghị tổng kết công tác dân vận, trao 20 xe đạp.',
};
