<?xml version="1.0" encoding="UTF-8"?>
<!-- 返岗通知：先问平安，再请返岗或者说明；没有写“视为自动离职”。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <title id="title">返岗通知书</title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="addressee"/>
      <p id="absent">根据考勤记录，您自<field path="case/measure[@kind='return']/@from" as="date"/>起未到岗，公司尚未收到您的请假申请或者情况说明。我们首先关心您是否平安。</p>
      <p id="choices">请您于<field path="case/measure[@kind='return']/@until" as="date"/>前，选择下列方式之一：</p>
      <item id="back">到<field path="case/measure[@kind='return']/@place"/>返岗<xsl:if test="employee/employment/@supervisor">，报到对象为<field path="employee/employment/@supervisor" as="name"/></xsl:if>；</item>
      <item id="leave">因患病、家庭紧急情况或者其他正当理由不能到岗的，提交请假申请和材料；本人不便的，可以由亲属以电话、短信代为说明；</item>
      <item id="differ">对岗位、工作地点、工资有不同意见的，书面说明，公司将与您商谈。</item>
      <p id="rule">上述期限内既没有返岗、也没有说明理由的，公司将依照您已签收的《<field path="company/rule[1]/@title"/>》<field path="company/rule[1]/@clause"/>，在查清事实并听取您的陈述以后处理。</p>
      <p id="contact">联系人：<field path="company/@hr-contact" as="name"/>，电话：<field path="company/@hr-phone"/>（工作日9时至18时，也可以发送短信）。</p>
      <xsl:call-template name="company-sign"/>
      <xsl:call-template name="slip">
        <xsl:with-param name="title">返岗通知书</xsl:with-param>
      </xsl:call-template>
    </document>
  </xsl:template>
</xsl:stylesheet>
